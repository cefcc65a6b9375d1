import type { ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ReportFilter, ReportSortEnum } from '../reports/writing/report.input.ts';
import { ListScreenEnum } from './saved-view.entity.ts';

@InputType()
export class SavedViewInput {
  @Field(() => ID, { nullable: true, description: 'Absent for a new one.' }) id?: string | null;
  @Field(() => Int, { nullable: true, description: 'Of one that is changed: as it was on the screen.' })
  version?: number | null;
  @Field(() => ListScreenEnum) screen!: ListScreen;
  @Field(() => String) name!: string;
  @Field(() => ReportFilter, { nullable: true, description: 'What a list of reports is narrowed to.' })
  reports?: ReportFilter | null;
  @Field(() => ReportSortEnum, { defaultValue: 'NEWEST' }) sort!: ReportSort;
}
