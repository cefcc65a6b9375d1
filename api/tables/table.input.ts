import type { CaseGrade } from '@lxq/schema/cases/case-words.ts';
import {
  CELL_PARTS,
  TABLE_COMPARISONS,
  TABLE_DIMENSIONS,
  type TableComparison,
  type TableDimension,
} from '@lxq/schema/measures/table-words.ts';
import type { Line } from '@lxq/schema/reports/report-states.ts';
import { Field, ID, InputType } from 'type-graphql';
import { CaseGradeEnum } from '../cases/case.entity.ts';
import { DayScalar, enumOf } from '../platform/contract/graphql.ts';
import type { TableFilter as Filter, Question } from '../platform/measuring/question.ts';
import { LineEnum, type Report, UrgencyEnum } from '../reports/report.entity.ts';

export const TableDimensionEnum = enumOf('TableDimension', TABLE_DIMENSIONS);
const TableComparisonEnum = enumOf('TableComparison', TABLE_COMPARISONS);
export const CellPartEnum = enumOf('CellPart', CELL_PARTS);

@InputType({
  description: 'Which things a table is about; an empty list is no wish. What a measure does not know is refused.',
})
export class TableFilter implements Filter {
  @Field(() => DayScalar, { nullable: true, description: 'The first day, by the clock of each measure.' }) from?:
    | string
    | null;
  @Field(() => DayScalar, { nullable: true, description: 'The last day.' }) to?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this unit and the units below it.' }) under?: string | null;
  @Field(() => [ID], { nullable: true }) topics?: string[] | null;
  @Field(() => [ID], { nullable: true }) sources?: string[] | null;
  @Field(() => [LineEnum], { nullable: true }) lines?: Line[] | null;
  @Field(() => [UrgencyEnum], { nullable: true }) urgencies?: Report['urgency'][] | null;
  @Field(() => [String], { nullable: true, description: 'States of the things that are measured.' }) states?:
    | string[]
    | null;
  @Field(() => [ID], { nullable: true, description: 'Topics of these portfolios, as they are today.' }) portfolios?:
    | string[]
    | null;
  @Field(() => [ID], { nullable: true, description: 'These units themselves, without those below.' }) units?:
    | string[]
    | null;
  @Field(() => [CaseGradeEnum], { nullable: true }) grades?: CaseGrade[] | null;
  @Field(() => Boolean, { nullable: true }) problemsOnly?: boolean | null;
}

@InputType()
export class TableInput implements Question {
  @Field(() => [String], { description: 'Names of `measures`.' }) measures!: string[];
  @Field(() => [TableDimensionEnum], { description: 'Two at most: the second within the first.' })
  rows!: TableDimension[];
  @Field(() => [TableDimensionEnum], { description: 'One at most.' }) columns!: TableDimension[];
  @Field(() => TableFilter, { nullable: true }) filter?: TableFilter | null;
  @Field(() => TableComparisonEnum, {
    nullable: true,
    description:
      'PREVIOUS is as long and ends on the day before: whole months or ten-day periods where the days are whole ones. LAST_YEAR has the same dates. Both ask for `from` and `to`.',
  })
  compare?: TableComparison | null;
}
