import type { Parts } from '../platform/contract/parts.ts';
import { DutyResolver } from './duty.resolver.ts';

export const duties: Parts = { resolvers: [DutyResolver] };
