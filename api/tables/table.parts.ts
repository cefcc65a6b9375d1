import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { TableResolver } from './table.resolver.ts';

export const tables: Parts = {
  resolvers: [TableResolver],
  programs: { measures: 'TABLES', table: 'TABLES', tableRows: 'TABLES' },
  prices: {
    'Query.measures': { size: 40 },
    'Query.table': { each: 3 * AGGREGATE },
    'Query.tableRows': { each: AGGREGATE },
    'Table.rows': { size: 200 },
    'Table.columns': { size: 40 },
    'Table.cells': { size: 1_000 },
  },
};
