import { MEASURE_UNITS, type MeasureUnit, type TableDimension } from '@lxq/schema/measures/table-words.ts';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType, DayScalar, enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import type { Line } from '../platform/measuring/measure.ts';
import type { TableKey as Key } from '../platform/measuring/naming.ts';
import type * as read from '../platform/measuring/table.read.ts';
import { TableDimensionEnum } from './table.input.ts';

const MeasureUnitEnum = enumOf('MeasureUnit', MEASURE_UNITS);
const Numbers = (description: string) => Field(() => [Float], { nullable: 'items', description });
const MoreNumbers = (description: string) => Field(() => [Float], { nullable: 'itemsAndList', description });

@ObjectType({
  ...PLAIN,
  description: '指标: what can be asked for, and how it is reckoned; in the language of the reader.',
})
export class Measure {
  @Field(() => ID) name!: string;
  @Field(() => String) label!: string;
  @Field(() => String) formula!: string;
  @Field(() => String, { nullable: true, description: 'What it is a share or a quantile of.' }) denominator!:
    | string
    | null;
  @Field(() => String, { description: 'The requirement or rule that it comes from.' }) source!: string;
  @Field(() => MeasureUnitEnum) unit!: MeasureUnit;
  @Field(() => String, { description: 'The things that it is of.' }) subject!: string;
  @Field(() => [TableDimensionEnum], { description: 'What it may be cut by.' }) dimensions!: TableDimension[];
}

@ObjectType({
  ...PLAIN,
  description: 'Of a row or column: as many codes as dimensions, fewer for a subtotal, none for the total.',
})
export class TableKey implements Key {
  @Field(() => [String], { description: "'' where a thing states none." }) codes!: string[];
  @Field(() => [String], { description: 'What the codes are called; a word of the contract stands for itself.' })
  labels!: string[];
}

@ObjectType({ ...PLAIN, description: 'One number for each of the measures, in their sequence.' })
export class TableCell implements read.TableCell {
  @Field(() => Int, { description: 'Its place among `rows`.' }) row!: number;
  @Field(() => Int, { description: 'Its place among `columns`.' }) column!: number;
  @Numbers('Counts, percents, or days; null where a rate or quantile is of nothing.') values!: (number | null)[];
  @Numbers('How many things a rate or quantile is of.') denominators!: (number | null)[];
  @MoreNumbers('Of the days that are compared.') compared?: (number | null)[];
  @MoreNumbers('Of the days that are compared.') comparedDenominators?: (number | null)[];
  @Numbers('Of a rate of few things: the lower bound at 95 % (Wilson).') lows!: (number | null)[];
  @Numbers('The upper bound.') highs!: (number | null)[];
}

@ObjectType({
  ...PLAIN,
  description:
    '表: the answer to a question. Totals and subtotals are counted themselves, and cells of nothing are left out.',
})
export class Table implements read.Table {
  @Field(() => [TableKey], { description: 'By code; the total first, a subtotal before what it is of.' })
  rows!: TableKey[];
  @Field(() => [TableKey]) columns!: TableKey[];
  @Field(() => [TableCell], { description: 'By row and column.' }) cells!: TableCell[];
  @Field(() => String, { description: 'Which things it is about, always put the same way.' }) predicate!: string;
  @Field(() => String, { description: 'SHA-256 of the predicate; every list and file of the same things bears it.' })
  hash!: string;
  @Field(() => InstantScalar) asOf!: Date;
  @Field(() => DayScalar, { nullable: true }) from!: string | null;
  @Field(() => DayScalar, { nullable: true }) to!: string | null;
  @Field(() => DayScalar, { nullable: true }) comparedFrom!: string | null;
  @Field(() => DayScalar, { nullable: true }) comparedTo!: string | null;
  @Field(() => Boolean, { description: 'Answered from tallies, as exactly as from the things themselves.' })
  isFromTallies!: boolean;
  @Field(() => Int, { description: 'What it cost, in the unit of the limit that refuses it.' }) cost!: number;
}

@ObjectType({ ...PLAIN, description: 'One of the things behind a cell.' })
export class TableRow implements Line {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Its number for people.' }) no!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) place!: string | null;
  @Field(() => InstantScalar, { description: 'By which it is of a period.' }) at!: Date;
  @Field(() => String) state!: string;
  @Field(() => String, { nullable: true, description: 'The address of its page, where the viewer has one.' }) path!:
    | string
    | null;
}
export const TableRowConnection = connectionType('TableRow', () => TableRow, { counted: true });
for (const field of ['predicate', 'hash']) Field(() => String)(TableRowConnection.prototype, field);
