import type { Parts } from '../platform/contract/parts.ts';
import { ResultReport } from './result.entity.ts';
import { Signature } from './signature.entity.ts';

export const results: Parts = { entities: [ResultReport, Signature] };
