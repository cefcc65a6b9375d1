import { Property } from '@mikro-orm/decorators/legacy';
import type { Scope } from '../scope/scope.ts';
import { ScopedRow, Text, Uuid } from '../tables/columns.ts';
import { newId } from '../tables/ids.ts';

/**
 * Who of the county hears or reads: all of it, who reads issues, who instructs, the office alone; as `app.hears` has it. UNIT is nobody of the county's: a unit's
 * own copy of what it is told because it takes part, and what it says to itself.
 */
export const EARS = ['EVERYBODY', 'READERS', 'LEADERS', 'OFFICE', 'UNIT'] as const;
export type Ears = (typeof EARS)[number];
/** What is concerned, by its noun's word. */
export type About = Readonly<Record<string, string | null | undefined>>;

/** Who reads of a thing and hears of it: the columns that levels are told apart by, and ears within the county. */
export interface Sight {
  unitCode: number;
  authorId?: string | null;
  line?: 'LINE' | 'DIRECT' | 'SEALED';
  ears?: Ears;
  /** What else it concerns. */
  about?: About;
}
/** What a deed was done to, or an event is of. */
export interface Subject extends Sight {
  /** The noun's word. */
  subject: string;
  subjectId: string;
}

/** What audit lines and events have in common, but for closed words: the mapper names a CHECK after the first table that has it. */
export abstract class SubjectRow extends ScopedRow {
  @Text() subject!: string;
  /** By the nouns' words, the ids of what else it concerns; an event names its subject too. */
  @Property({ type: 'json', defaultRaw: `'{}'` }) about!: Record<string, string>;
  /** The subject's own sight, so that history says no more than the thing itself. */
  @Uuid({ nullable: true }) authorId?: string | null;
}

/** The columns of a line of its own, all of them, so that many lines are of one shape. */
export const rowOf = (scope: Scope, { subject, subjectId, about = {}, unitCode, authorId, line, ears }: Subject) => ({
  ...{ countyCode: scope.county, id: newId(), at: scope.now },
  ...{ subject, subjectId, about: told(about) },
  ...{ unitCode, authorId: authorId ?? null, line: line ?? 'LINE', ears: ears ?? 'EVERYBODY' },
});
const told = (about: About) => Object.fromEntries(Object.entries(about).filter(([, id]) => id));

/** The county sees what is not sealed, and of it what is for its ears. */
export const heard = `ears = 'EVERYBODY' or app.hears(ears)`;
