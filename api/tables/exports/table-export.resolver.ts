import type { Exported } from '@lxq/schema/measures/table-exports.ts';
import type { CellPart } from '@lxq/schema/measures/table-words.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Scope } from '../../platform/scope/scope.ts';
import type { SheetFormat } from '../../platform/sheets/sheet.ts';
import { CellPartEnum, TableInput } from '../table.input.ts';
import { ExportedEnum, SheetFormatEnum, TableExport, TableExportConnection } from './table-export.entity.ts';
import * as read from './table-export.read.ts';
import * as exports from './table-export.service.ts';

@Resolver(() => TableExport)
export class TableExportResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => TableExportConnection, { description: "The viewer's own, the newest first." })
  tableExports(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return read.list(scope, first, after);
  }

  @Authorized(...REPORT_READERS)
  @Mutation(() => TableExport, {
    description:
      'A file of exactly what the table says, or of the things behind one of its cells, under the rights that the viewer has when it is made.',
  })
  exportTable(
    @Ctx() scope: Scope,
    @Arg('table', () => TableInput) question: TableInput,
    @Arg('what', () => ExportedEnum) what: Exported,
    @Arg('format', () => SheetFormatEnum) format: SheetFormat,
    @Arg('measure', () => String, { nullable: true, description: 'Of ROWS, as `tableRows` has them.' })
    measure: string | null,
    @Arg('row', () => [String], { defaultValue: [] }) row: string[],
    @Arg('column', () => [String], { defaultValue: [] }) column: string[],
    @Arg('part', () => CellPartEnum, { defaultValue: 'NUMERATOR' }) part: CellPart,
    @Arg('title', () => String, { nullable: true }) title: string | null,
  ) {
    return exports.request(scope, { question, what, format, cell: { measure, row, column, part }, title });
  }

  @Authorized(...REPORT_READERS)
  @Mutation(() => TableExport)
  cancelExport(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return exports.cancel(scope, id);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Where its bytes are, for its owner alone.' })
  url(@Root() { id, state }: TableExport) {
    return state === 'READY' ? `/files/tables/${id}` : null;
  }
}
