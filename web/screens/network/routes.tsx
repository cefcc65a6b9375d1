import type { RouteObject } from 'react-router';
import { NetworkPage } from './NetworkPage.tsx';

export const routes: RouteObject[] = [{ index: true, element: <NetworkPage /> }];
