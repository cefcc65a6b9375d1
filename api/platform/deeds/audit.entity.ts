import { CAPACITIES, type Capacity, ROLES, type Role } from '@lxq/schema/roles.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { takesPart } from '../participation/participation.entity.ts';
import { Code, IdKey, Instant, Json, Text, Uuid, Word } from '../tables/columns.ts';
import { onTheLine, scoped } from '../tables/policies.ts';
import { EARS, type Ears, heard, SubjectRow } from './subject.ts';

/** In the name of whoever holds the post, and by whoever acts. */
const add = 'actor_id = app.person() and (acted_by_id = app.acting() or acted_by_id is null and app.acting() is null)';
/** … and whoever takes part in a matter reads how it went, but for what the office or a unit keeps to itself. A history is read by its subject, never listed. */
const orTakesPart = (sees: string) =>
  `(${sees}) or (ears <> 'OFFICE' and ears <> 'UNIT' and line = 'LINE' and ${takesPart('audit', 'subject_id')})`;

/** Who did what to what, and when. Written in the same transaction as the deed; never changed, never removed (a trigger refuses even the owner). */
@Entity({
  tableName: 'audit',
  ...scoped('audit', {
    county: { see: `(${onTheLine.county}) and (${heard})`, add },
    township: { see: orTakesPart(onTheLine.township), add },
    village: { see: orTakesPart(onTheLine.village), add },
    officer: { see: onTheLine.officer, add },
  }),
})
@Index({ name: 'audit_subject', properties: ['countyCode', 'subjectId', 'at'] })
export class Audit extends SubjectRow {
  @IdKey() id!: string;
  @Instant() at!: Date;
  @Uuid() subjectId!: string;
  @Text() deed!: string;
  @Text({ nullable: true }) fromState?: string | null;
  @Text({ nullable: true }) toState?: string | null;
  @Uuid() actorId!: string;
  @Text() actorName!: string;
  @Word('actor_role', ROLES) actorRole!: Role;
  /** As what, and where: with the role it is what the actor's post is called. */
  @Word('actor_capacity', CAPACITIES, { nullable: true }) actorCapacity?: Capacity | null;
  @Code({ nullable: true }) actorUnitCode?: number | null;
  /** A stand-in, where it was not the actor himself. */
  @Uuid({ nullable: true }) actedById?: string | null;
  @Text({ nullable: true }) actedByName?: string | null;
  @Text({ nullable: true }) note?: string | null;
  @Json({ nullable: true }) detail?: unknown;
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
  @Word('ears', EARS, { default: 'EVERYBODY' }) ears!: Ears;
}
