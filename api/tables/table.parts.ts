import type { Parts } from '../platform/contract/parts.ts';
import { AGGREGATE } from '../platform/operation/prices.ts';
import { TableExport } from './exports/table-export.entity.ts';
import { TableExportResolver } from './exports/table-export.resolver.ts';
import { TableResolver } from './table.resolver.ts';

export const tables: Parts = {
  entities: [TableExport],
  resolvers: [TableResolver, TableExportResolver],
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
