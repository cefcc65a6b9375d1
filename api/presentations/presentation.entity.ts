import { PRESENTATION_STATES, type PresentationState } from '@lxq/schema/presentations/presentation-states.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { CountyKey, IdKey, Instant, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

const PresentationStateEnum = enumOf('PresentationState', PRESENTATION_STATES);
const theirs = 'leader_id = app.person() and app.leads()';

/** 呈阅: a report that the office puts before one leader at once, without waiting for an issue (R29). Each leader knows of their own. */
@ObjectType('Presentation', { ...PLAIN, description: '呈阅.' })
@Entity({
  tableName: 'presentation',
  ...scoped('presentation', {
    county: {
      see: `app.office() or ${theirs}`,
      add: `app.office() and state = 'PRESENTED' and presented_by_id = app.person()`,
      change: `app.office() or ${theirs}`,
    },
  }),
})
@Index({ name: 'presentation_leader', properties: ['countyCode', 'leaderId', 'state', 'presentedAt', 'id'] })
@Index({ name: 'presentation_report', properties: ['countyCode', 'reportId', 'presentedAt'] })
@Index({
  name: 'presentation_waiting',
  expression: `create unique index "presentation_waiting" on "presentation" ("county_code", "report_id", "leader_id") where state = 'PRESENTED'`,
})
export class Presentation {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() reportId!: string;
  @Uuid() leaderId!: string;
  @Field(() => String) @Text() leaderName!: string;
  @Field(() => PresentationStateEnum)
  @Word('state', PRESENTATION_STATES, { default: 'PRESENTED' })
  state!: PresentationState;
  @Field(() => InstantScalar) @Instant() stateSince!: Date;
  @Uuid() presentedById!: string;
  @Field(() => String) @Text() presentedByName!: string;
  @Field(() => InstantScalar) @Instant() presentedAt!: Date;
  /** What the leader wrote on it. */
  @Uuid({ nullable: true }) instructionId?: string | null;
}
