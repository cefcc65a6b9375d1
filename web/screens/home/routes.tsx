import type { RouteObject } from 'react-router';
import { HomePage } from './HomePage.tsx';

export const routes: RouteObject[] = [{ index: true, element: <HomePage /> }];
