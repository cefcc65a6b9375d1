import type { Parts } from '../platform/contract/parts.ts';
import { Accountability } from './accountability.entity.ts';
import {
  AccountabilityChangeResolver,
  AccountabilityDeedResolver,
  AccountabilityResolver,
  SupervisionOfUnitResolver,
} from './accountability.resolver.ts';

export const accountabilities: Parts = {
  entities: [Accountability],
  resolvers: [
    ...[AccountabilityResolver, AccountabilityDeedResolver, AccountabilityChangeResolver],
    ...[SupervisionOfUnitResolver],
  ],
  programs: {
    accountabilityByKind: 'TABLES',
    supervisionByUnit: 'TABLES',
  },
  prices: {
    'Query.accountabilities': { size: 100 },
    'Query.supervisionByUnit': { size: 40, each: 30 },
    'Query.accountabilityByKind': { size: 30 },
  },
};
