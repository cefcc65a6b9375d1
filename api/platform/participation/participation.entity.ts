import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { CountyKey, Day, Instant, Text, Word } from '../tables/columns.ts';
import { scoped } from '../tables/policies.ts';

/** Main unit, co-unit, the sponsor leader's, the revisitor's, and the one that first received it and sees it through (R60). */
export const PARTS = ['MAIN', 'CO', 'SPONSOR', 'REVISITOR', 'RECEIVER'] as const;
export type Part = (typeof PARTS)[number];

/**
 * Whether the viewer's unit takes part in what a column names: one look at the participation's key. For what is opened by itself, never for lists. `offset 0` keeps the
 * planner from reading all that the unit takes part in instead, which would grow with its years. Of the matter that the scope was opened on the look was taken when it opened
 * (docs/decisions/0042).
 */
export const takesPart = (table: string, column: string, part?: Part): string => {
  const looks = `exists (select from participation p where p.county_code = ${table}.county_code and p.subject_id = ${table}.${column} and p.unit_code = app.unit()${part ? ` and p.part = '${part}'` : ''} offset 0)`;
  return part ? looks : `(${table}.${column} = app.matter() or ${looks})`;
};

const own = { see: 'unit_code = app.unit()', change: 'unit_code = app.unit()' };

/**
 * A unit that takes part in a matter outside its line. Its lists are cut from these rows by an equality of their own; what they show of the matter comes with them
 * (app.name_participation) and follows it by a trigger of the matter's table (app.follow_matter). Whoever no longer takes part has no row: history says who did.
 */
@Entity({
  tableName: 'participation',
  ...scoped('participation', {
    county: { see: 'app.office() or app.leads()', add: 'app.office()', change: 'app.office()', remove: 'app.office()' },
    township: own,
    village: own,
  }),
})
/** What the unit's matters are called is found here alone, and without a row: the index of its lists would be read from end to end. */
@Index({
  name: 'participation_matter',
  expression: `create index "participation_matter" on "participation" ("county_code", "unit_code", "subject_id") include ("subject", "at", "serial", "title")`,
})
@Index({
  name: 'participation_unit',
  expression: `create index "participation_unit" on "participation" ("county_code", "unit_code", "subject", "at", "subject_id", "state") where subject <> ''`,
})
export class Participation {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) subjectId!: string;
  @PrimaryKey({ type: new BigIntType('number') }) unitCode!: number;
  @Text() subject!: string;
  @Word('part', PARTS) part!: Part;
  @Instant() since!: Date;
  /** Of the matter: when it came about, by which lists go; its state and its day. */
  @Instant() at!: Date;
  @Text() state!: string;
  @Day({ nullable: true }) dueOn?: string | null;
  /** What it is called by, which never changes: its serial number and its title, or how a leader's words begin. */
  @Property({ type: new BigIntType('number'), nullable: true }) serial?: number | null;
  @Text({ nullable: true }) title?: string | null;
  /** When the unit signed for its part, and who did. */
  @Instant({ nullable: true }) signedAt?: Date | null;
  @Text({ nullable: true }) signedByName?: string | null;
}
