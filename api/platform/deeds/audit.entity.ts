import { ROLES, type Role } from '@lxq/schema/roles.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { IdKey, Instant, Json, ScopedRow, Text, Uuid, Word } from '../tables/columns.ts';
import { onTheLine, scoped } from '../tables/policies.ts';

export const SUBJECTS = [
  'REPORT',
  'DIGEST',
  'INSTRUCTION',
  'TERM',
  'PORTFOLIO',
  'COUNTY',
  'SESSION',
  'ALERT',
  'IDENTITY',
] as const;
const add = 'actor_id = app.person()';

/** Who did what to what, and when. Written in the same transaction as the deed; never changed, never removed (a trigger refuses even the owner). */
@Entity({
  tableName: 'audit',
  ...scoped('audit', {
    // How an issue came about is the office's: leaders and analysts read the issue itself.
    county: { see: `(${onTheLine.county}) and (subject <> 'DIGEST' or app.office())`, add },
    township: { see: onTheLine.township, add },
    village: { see: onTheLine.village, add },
    officer: { see: onTheLine.officer, add },
  }),
})
@Index({ name: 'audit_subject', properties: ['countyCode', 'subjectId', 'at'] })
export class Audit extends ScopedRow {
  @IdKey() id!: string;
  @Instant() at!: Date;
  @Word('subject', SUBJECTS) subject!: (typeof SUBJECTS)[number];
  @Uuid() subjectId!: string;
  @Text() deed!: string;
  @Text({ nullable: true }) fromState?: string | null;
  @Text({ nullable: true }) toState?: string | null;
  @Uuid() actorId!: string;
  @Text() actorName!: string;
  @Word('actor_role', ROLES) actorRole!: Role;
  @Text({ nullable: true }) note?: string | null;
  @Json({ nullable: true }) detail?: unknown;
  /** The subject's own visibility, so that history says no more than the thing itself. */
  @Uuid({ nullable: true }) authorId?: string | null;
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
}
