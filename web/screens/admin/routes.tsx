import type { RouteObject } from 'react-router';
import { AdminPage } from './AdminPage.tsx';

export const routes: RouteObject[] = [{ index: true, element: <AdminPage /> }];
