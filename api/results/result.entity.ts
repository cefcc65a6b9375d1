import { FINDINGS, type Finding, OPINION_FORMS, type OpinionForm } from '@lxq/schema/results/result-draft.ts';
import { CAPACITIES, type Capacity } from '@lxq/schema/roles.ts';
import { Entity, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CapacityEnum } from '../network/posts/post.entity.ts';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { takesPart } from '../platform/participation/participation.entity.ts';
import { IdKey, Instant, ScopedRow, Text, Uuid, Version, Int as Whole, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const FindingEnum = enumOf('Finding', FINDINGS);
export const OpinionFormEnum = enumOf('OpinionForm', OPINION_FORMS);

const written = `unit_code = app.unit() and ${takesPart('result_report', 'subject_id', 'MAIN')}`;
/** Whoever takes part reads it; the main unit writes it, and nobody once it is signed (a trigger). */
const byUnit = { see: takesPart('result_report', 'subject_id'), add: written, change: written };

/** 办理报告: what a unit found and did on a matter, the answer that may be told, and the villager's own opinion (R50, R51). One a round: a matter that is returned gets another. */
@ObjectType('ResultReport', { ...PLAIN, description: '办理报告.' })
@Entity({
  tableName: 'result_report',
  ...scoped('result_report', { county: { see: 'app.office() or app.leads()' }, township: byUnit, village: byUnit }),
})
@Unique({ name: 'result_report_round', properties: ['countyCode', 'subjectId', 'round'] })
export class ResultReport extends ScopedRow {
  @Field(() => ID) @IdKey() id!: string;
  @Text() subject!: string;
  @Uuid() subjectId!: string;
  @Field(() => Int, { description: 'Counts from 1; each return begins another.' }) @Whole() round!: number;
  @Field(() => FindingEnum) @Word('finding', FINDINGS) finding!: Finding;
  @Field(() => String) @Text() body!: string;
  @Field(() => String, { description: 'What may be told, in plain words.' }) @Text() answer!: string;
  @Field(() => OpinionFormEnum) @Word('opinion_form', OPINION_FORMS) opinionForm!: OpinionForm;
  @Field(() => String) @Text() opinion!: string;
  @Field(() => String, { description: 'Who keeps the signed paper, or who witnessed the refusal.' })
  @Text()
  kept!: string;
  /** Strokes of a signature on the screen. */
  @Field(() => String, { nullable: true, description: 'A signature drawn on the screen: a path of strokes.' })
  @Text({ nullable: true })
  drawing?: string | null;
  /** Of a written opinion on an appeal (Art. 32). */
  @Field(() => String, { nullable: true, description: 'What the villager asks for.' })
  @Text({ nullable: true })
  request?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is decided by.' })
  @Text({ nullable: true })
  basis?: string | null;
  @Field(() => String, { nullable: true, description: 'What may be done against it.' })
  @Text({ nullable: true })
  remedy?: string | null;
  @Field(() => String) @Text() writtenByName!: string;
  @Field(() => InstantScalar) @Instant() writtenAt!: Date;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) signedByName?: string | null;
  @Uuid({ nullable: true }) signedById?: string | null;
  @Field(() => CapacityEnum, { nullable: true })
  @Word('signed_as', CAPACITIES, { nullable: true })
  signedAs?: Capacity | null;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) signedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of the text as it was signed.' })
  @Text({ nullable: true })
  signedHash?: string | null;
  @Field(() => Int) @Version() version!: number;
}
