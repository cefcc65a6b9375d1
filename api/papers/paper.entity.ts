import { OFFICIAL_PAPER_KINDS, type OfficialPaperKind } from '@lxq/schema/papers/official-papers.ts';
import type { Block } from '@lxq/schema/texts/paper.ts';
import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { takesPart } from '../platform/participation/participation.entity.ts';
import { CountyKey, IdKey, Instant, Int, Json, ScopedRow, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const OfficialPaperKindEnum = enumOf('OfficialPaperKind', OFFICIAL_PAPER_KINDS);

/** The order or censure that a paper is of, as far as its own policies show it to the viewer. */
const there = (subject: string, table: string, given = 'true'): string =>
  `subject = '${subject}' and exists (select from ${table} m where m.county_code = paper.county_code and m.id = paper.subject_id and ${given} offset 0)`;
/** Whoever takes part in a case, or reads an order or a censure, reads its papers as they read it, and issues what their own deed on it brings about. */
const byUnit = {
  see: `${takesPart('paper', 'subject_id')} or ${there('ORDER', 'guidance_order')} or ${there('CENSURE', 'censure')}`,
  add: `unit_code = app.unit() and (${takesPart('paper', 'subject_id')} or ${there('ORDER', 'guidance_order', 'm.issuer_unit_code = app.unit()')})`,
};

/**
 * 文书: an official paper on a matter as it was issued, by the deed that it is of. Numbered, hashed and never changed, by whomever (app.keep_paper): what is wrong in it is put right
 * by another. Units and officials are named in it; a villager is not, nor how they are reached.
 */
@ObjectType('Paper', { ...PLAIN, description: 'An official paper, as it was issued (文书).' })
@Entity({
  tableName: 'paper',
  ...scoped('paper', {
    county: { see: 'app.office() or app.leads()', add: 'app.office()' },
    township: byUnit,
    village: byUnit,
  }),
})
@Index({ name: 'paper_subject', properties: ['countyCode', 'subjectId', 'issuedAt', 'id'] })
@Unique({ name: 'paper_serial', properties: ['countyCode', 'unitCode', 'kind', 'year', 'serial'] })
export class Paper extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Field(() => OfficialPaperKindEnum) @Word('kind', OFFICIAL_PAPER_KINDS) kind!: OfficialPaperKind;
  /** The noun's word and the id of the matter. */
  @Field(() => String) @Text() subject!: string;
  @Field(() => ID) @Uuid() subjectId!: string;
  /** What of the matter it is of: a revisit, or the matter itself. */
  @Uuid() sourceId!: string;
  @Field(() => GraphInt, { description: 'Of the matter: each time it is handled again begins another.' })
  @Int()
  round!: number;
  /** The unit's name at that time; the unit is the row's own. */
  @Field(() => String) @Text() issuerName!: string;
  @Int() year!: number;
  /** Null where the number comes from outside. */
  @Int({ nullable: true }) serial?: number | null;
  @Field(() => String, { description: 'Such as 告字〔2026〕12号.' }) @Text() no!: string;
  @Field(() => String) @Text() title!: string;
  @Field(() => InstantScalar) @Instant() issuedAt!: Date;
  @Json() blocks!: Block[];
  @Field(() => String, { description: 'SHA-256 of everything above and of what it says.' }) @Text() hash!: string;
}

const own = { see: 'unit_code = app.unit()', add: 'unit_code = app.unit()', change: 'unit_code = app.unit()' };

/** How far a series of numbers has come: an issuer's, kind's and year's. Whoever takes the next holds the row until they are done, so that none is given twice and none left out. */
@Entity({
  tableName: 'paper_series',
  ...scoped('paper_series', {
    county: { see: 'app.office()', add: 'app.office()', change: 'app.office()' },
    township: own,
    village: own,
  }),
})
export class PaperSeries {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: new BigIntType('number') }) unitCode!: number;
  @PrimaryKey({ type: 'text' }) kind!: string;
  @PrimaryKey({ type: 'integer' }) year!: number;
  @Property({ type: 'integer' }) last!: number;
}
