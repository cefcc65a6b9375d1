import { THEME_STATES, type ThemeState } from '@lxq/schema/themes/theme-states.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Instant, ScopedRow, Text, Uuid, Version, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const ThemeStateEnum = enumOf('ThemeState', THEME_STATES);
const desk = 'unit_code = app.unit()';
const byDesk = { see: desk, add: desk, change: desk };

/** 苗头: similar matters of several villages, met with one plan before they spread (R35). Of places and topics, never of persons. */
@ObjectType('Theme', { ...PLAIN, description: '苗头性问题.' })
@Entity({
  tableName: 'theme',
  ...scoped('theme', {
    county: {
      see: 'app.office() or app.leads() or app.reads_issues()',
      add: `app.office() and ${desk}`,
      change: `app.office() and ${desk}`,
    },
    township: byDesk,
  }),
})
@Unique({ name: 'theme_client', properties: ['countyCode', 'openedById', 'clientId'] })
@Index({ name: 'theme_newest', properties: ['countyCode', 'openedAt', 'id'] })
@Index({ name: 'theme_unit', properties: ['countyCode', 'unitCode', 'openedAt', 'id'] })
export class Theme extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), defaultRaw: `nextval('theme_no'::regclass)` }) serial!: number;
  @Uuid() clientId!: string;
  @Field(() => ThemeStateEnum) @Word('state', THEME_STATES, { default: 'OPEN' }) state!: ThemeState;
  @Field(() => InstantScalar) @Instant() stateSince!: Date;
  @Field(() => String) @Text() title!: string;
  @Uuid() openedById!: string;
  @Field(() => String) @Text() openedByName!: string;
  @Field(() => InstantScalar) @Instant() openedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who answers for it: an office or an official.' })
  @Text({ nullable: true })
  owner?: string | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) plan?: string | null;
  @Field(() => String, { nullable: true, description: 'What every reporter was told.' })
  @Text({ nullable: true })
  answer?: string | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) answeredAt?: Date | null;
  /** When its reports were last others: two who gather at once are told. */
  @Instant({ nullable: true }) gatheredAt?: Date | null;
  @Field(() => GraphInt) @Version() version!: number;
}

/** Which reports it is seen in; a report may stand in several. */
@Entity({
  tableName: 'theme_report',
  ...scoped('theme_report', {
    county: {
      see: 'app.office() or app.leads() or app.reads_issues()',
      add: `app.office() and ${desk}`,
      remove: `app.office() and ${desk}`,
    },
    township: { see: desk, add: desk, remove: desk },
  }),
})
@Index({ name: 'theme_report_report', properties: ['countyCode', 'reportId'] })
export class ThemeReport {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) themeId!: string;
  @PrimaryKey({ type: 'uuid' }) reportId!: string;
  /** The desk's, by which it is seen. */
  @Code() unitCode!: number;
}
