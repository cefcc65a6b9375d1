import type { RouteObject } from 'react-router';
import { Empty } from '../ui/Empty.tsx';

export const routes: RouteObject[] = [{ index: true, element: <Empty text="工作网络" /> }];
