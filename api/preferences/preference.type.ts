import { DENSITIES, type Density, REPORT_COLUMNS, type ReportColumn } from '@lxq/schema/preferences/preference.ts';
import type { ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../platform/contract/graphql.ts';
import { ReportSortEnum } from '../reports/writing/report.input.ts';
import { ListScreenEnum, SavedFilterScalar } from '../views/saved-view.entity.ts';

const DensityEnum = enumOf('Density', DENSITIES);
const ReportColumnEnum = enumOf('ReportColumn', REPORT_COLUMNS);

@ObjectType({ ...PLAIN, description: 'Enough of a view to go to its address.' })
export class FirstView {
  @Field(() => ID) id!: string;
  @Field(() => SavedFilterScalar) filter!: Record<string, unknown>;
  @Field(() => ReportSortEnum) sort!: ReportSort;
}

@ObjectType({ ...PLAIN, description: 'How the viewer has arranged the list of a screen.' })
export class Preference {
  @Field(() => ListScreenEnum) screen!: ListScreen;
  @Field(() => [ReportColumnEnum], { description: 'Those shown, in their order.' }) columns!: ReportColumn[];
  @Field(() => DensityEnum) density!: Density;
  @Field(() => ReportSortEnum) sort!: ReportSort;
  @Field(() => [ID], { description: "The viewer's views in their own sequence; others follow by name." })
  sequence!: string[];
  @Field(() => FirstView, { nullable: true, description: 'What the screen opens with.' }) firstView!: FirstView | null;
}

@InputType({ description: 'What is left out stays as it is; null is as everybody has it.' })
export class PreferenceInput {
  @Field(() => [ReportColumnEnum], { nullable: true }) columns?: ReportColumn[] | null;
  @Field(() => DensityEnum, { nullable: true }) density?: Density | null;
  @Field(() => ReportSortEnum, { nullable: true }) sort?: ReportSort | null;
  @Field(() => [ID], { nullable: true }) sequence?: string[] | null;
  @Field(() => ID, { nullable: true }) firstView?: string | null;
}
