import type { RouteObject } from 'react-router';
import { OfficialPaper } from '../../nouns/papers/OfficialPaper.tsx';

export const routes: RouteObject[] = [{ path: ':id', element: <OfficialPaper /> }];
