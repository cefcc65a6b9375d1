import type { RouteObject } from 'react-router';
import { TokensPage } from './TokensPage.tsx';

export const routes: RouteObject[] = [{ index: true, element: <TokensPage /> }];
