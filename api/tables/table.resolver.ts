import type { CellPart } from '@lxq/schema/measures/table-words.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { wordsIn } from '../platform/contract/words.ts';
import { dimensionsOf } from '../platform/measuring/fitting.ts';
import { allMeasures, mayMeasure } from '../platform/measuring/measure.ts';
import { tableRows } from '../platform/measuring/rows.read.ts';
import * as read from '../platform/measuring/table.read.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { CellPartEnum, TableInput } from './table.input.ts';
import { Measure, Table, TableRowConnection } from './table.type.ts';

@Resolver()
export class TableResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => [Measure], { description: 'What the viewer may ask for.' })
  measures(@Ctx() scope: Scope): Measure[] {
    const said = (words: readonly [string, string]) => wordsIn(scope.caller.language, words);
    return allMeasures()
      .filter((measure) => mayMeasure(scope, measure))
      .map((measure) => ({
        ...{ name: measure.name, unit: measure.unit, subject: measure.subject, dimensions: dimensionsOf(measure) },
        ...{ label: said(measure.label), formula: said(measure.formula), source: said(measure.source) },
        denominator: measure.denominator ? said(measure.denominator) : null,
      }));
  }

  @Authorized(...REPORT_READERS)
  @Query(() => Table, { description: 'Measures by rows and columns, of what the viewer may see.' })
  table(@Ctx() scope: Scope, @Arg('table', () => TableInput) table: TableInput) {
    return read.table(scope, table);
  }

  @Authorized(...REPORT_READERS)
  @Query(() => TableRowConnection, { description: 'The things behind a cell, newest first: as many as it counts.' })
  tableRows(
    @Ctx() scope: Scope,
    @Arg('table', () => TableInput) table: TableInput,
    @Arg('measure', () => String) measure: string,
    @Arg('row', () => [String], { defaultValue: [], description: 'Codes of one of `rows`; fewer for a subtotal.' })
    row: string[],
    @Arg('column', () => [String], { defaultValue: [] }) column: string[],
    @Arg('part', () => CellPartEnum, { defaultValue: 'NUMERATOR' }) part: CellPart,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return tableRows(scope, table, { measure, row, column, part, first, after });
  }
}
