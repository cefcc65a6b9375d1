import type { RouteObject } from 'react-router';
import { VillageReport } from './VillageReport.tsx';
import { VillageReports } from './VillageReports.tsx';

export const routes: RouteObject[] = [
  { index: true, element: <VillageReports /> },
  { path: ':id', element: <VillageReport /> },
];
