import type { RouteObject } from 'react-router';
import { HomePage } from './HomePage.tsx';
import { SigningPage } from './SigningPage.tsx';

export const routes: RouteObject[] = [
  { index: true, element: <HomePage /> },
  { path: 'signing', element: <SigningPage /> },
];
