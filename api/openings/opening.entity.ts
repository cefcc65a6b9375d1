import { LIMITS } from '@lxq/schema/limits.ts';
import { OPENING_STATES, type StoredOpeningState } from '@lxq/schema/openings/opening-states.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { Check, Entity, Index, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Instant, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

const STORED = OPENING_STATES.filter((state) => state !== 'EXPIRED');
const { min, max } = LIMITS.opening.reason;
const isShortlyShown = `state <> 'OPENED' or (opened_at is not null and expires_at <= opened_at + '00:${LIMITS.opening.shownMinutes}:00'::interval)`;
/** The discipline desk, but nobody who belongs to what the report complains of (Art. 30). */
const uninvolved = 'app.sealed() and not app.is_complained_of(report_id, about_unit_code, app.person())';

/** That somebody asks who wrote a sealed report: two others approve, then the name is shown to whoever asked, for a while (R4). */
@ObjectType('IdentityOpening', { ...PLAIN, description: 'A request to see who wrote a sealed report (R4).' })
@Entity({
  tableName: 'identity_opening',
  ...scoped('identity_opening', {
    county: { see: uninvolved, add: `${uninvolved} and requester_id = app.person()`, change: uninvolved },
  }),
})
@Check({ name: 'identity_opening_bounded_check', expression: `expires_at <= requested_at + '60 days'::interval` })
@Check({ name: 'identity_opening_shown_check', expression: isShortlyShown })
@Index({ name: 'identity_opening_report', properties: ['countyCode', 'reportId', 'requestedAt'] })
@Index({ name: 'identity_opening_newest', properties: ['countyCode', 'requestedAt', 'id'] })
export class IdentityOpening {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() reportId!: string;
  @Uuid() requesterId!: string;
  /** Whom the report complains of, as whoever asks reads it; the report's own place always counts as well. */
  @Code() aboutUnitCode!: number;
  @Field(() => String)
  @Text({ check: `char_length(reason) >= ${min} and char_length(reason) <= ${max * STORED_PER_VISIBLE}` })
  reason!: string;
  /** As stored; what it is now says `openingState`. */
  @Word('state', STORED, { default: 'REQUESTED' }) state!: StoredOpeningState;
  @Field(() => InstantScalar) @Instant() requestedAt!: Date;
  @Field(() => InstantScalar, {
    description: 'Until then it may be decided; approved, be opened; opened, be looked at again.',
  })
  @Instant()
  expiresAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) openedAt?: Date | null;
  @Field(() => String, { nullable: true }) @Text({ nullable: true }) refusalReason?: string | null;
}

/** That one person of the desk approves of it; in their own name only. */
@ObjectType('IdentityApproval', PLAIN)
@Entity({
  tableName: 'identity_approval',
  ...scoped('identity_approval', {
    county: {
      see: 'app.sealed()',
      add: 'app.sealed() and approver_id = app.person() and not app.is_barred_from(opening_id)',
      remove: 'app.sealed() and approver_id = app.person()',
    },
  }),
})
export class IdentityApproval {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) openingId!: string;
  @PrimaryKey({ type: 'uuid' }) approverId!: string;
  @Field(() => InstantScalar) @Instant() approvedAt!: Date;
}
