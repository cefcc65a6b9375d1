import { LIMITS } from '@lxq/schema/limits.ts';
import { REPORT_SORTS, type ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { LIST_SCREENS, type ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Entity, Index, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, jsonScalar, PLAIN } from '../platform/contract/graphql.ts';
import type { ScopeLevel } from '../platform/scope/database.ts';
import { Bool, Code, CountyKey, IdKey, Instant, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { ReportSortEnum } from '../reports/writing/report.input.ts';

export const ListScreenEnum = enumOf('ListScreen', LIST_SCREENS);
export const SavedFilterScalar = jsonScalar(
  'SavedFilter',
  "What a list is narrowed to, as the filter of the screen's list has it.",
);
export const DESKS = ['COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN', 'TOWNSHIP'] as const satisfies ScopeLevel[];
const { max } = LIMITS.views.name;

/** Their own, and what their desk shares: of the county's desks each has its own, of a station whoever works there. */
const desks = (desk: string) => {
  const seen = `${desk} and (person_id = app.person() or is_shared)`;
  return {
    see: seen,
    add: `${desk} and person_id = app.person()`,
    change: seen,
    remove: `${desk} and person_id = app.person()`,
  };
};

/** 视图: what a list was narrowed to and in which order it stood, under a name. Opening one is going to its address. */
@ObjectType('SavedView', { ...PLAIN, description: '视图: a filter and an order of a list, under a name.' })
@Entity({
  tableName: 'saved_view',
  ...scoped('saved_view', { county: desks('desk = app.level()'), township: desks('unit_code = app.unit()') }),
})
@Index({ name: 'saved_view_own', properties: ['countyCode', 'personId', 'screen'] })
@Index({ name: 'saved_view_shared', properties: ['countyCode', 'unitCode', 'screen', 'isShared'] })
export class SavedView {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Code() unitCode!: number;
  /** The level of whoever made it: desks of the county share one unit and not one sight. */
  @Word('desk', DESKS) desk!: (typeof DESKS)[number];
  @Uuid() personId!: string;
  @Field(() => String) @Text() makerName!: string;
  @Field(() => ListScreenEnum) @Word('screen', LIST_SCREENS) screen!: ListScreen;
  @Field(() => String)
  @Text({ check: `char_length(name) >= 1 and char_length(name) <= ${max * STORED_PER_VISIBLE}` })
  name!: string;
  @Field(() => SavedFilterScalar) @Property({ type: 'json' }) filter!: Record<string, unknown>;
  @Field(() => ReportSortEnum) @Word('sort', REPORT_SORTS, { default: 'NEWEST' }) sort!: ReportSort;
  @Field(() => Boolean) @Bool({ default: false }) isShared!: boolean;
  /** Until it is swept away it can be brought back. */
  @Instant({ nullable: true }) removedAt?: Date | null;
  @Field(() => GraphInt) @Version() version!: number;
}
