import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { CountyKey, IdKey, Instant, Int, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { onTheLine, scoped } from '../platform/tables/policies.ts';

/** That a leader in charge has to know of an urgent report, and whether they, or somebody for them, have acknowledged it (R36). */
@ObjectType('Alert', { ...PLAIN, description: 'An urgent report that a leader in charge has to know of (R36).' })
@Entity({
  tableName: 'alert',
  ...scoped('alert', {
    county: {
      see: onTheLine.county,
      change: `leader_id = app.person() or line <> 'SEALED' and app.is_secretary_of(leader_id)`,
    },
  }),
})
@Index({ name: 'alert_report', properties: ['countyCode', 'reportId', 'step'] })
@Index({ name: 'alert_leader', properties: ['countyCode', 'leaderId', 'raisedAt'] })
export class Alert {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() reportId!: string;
  @Uuid() leaderId!: string;
  /** The report's. */
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
  @Field(() => GraphInt, { description: '1 for who is in charge; it climbs each half hour without a plan.' })
  @Int({ default: 1 })
  step!: number;
  @Field(() => InstantScalar) @Instant() raisedAt!: Date;
  @Field(() => InstantScalar) @Instant() dueAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) acknowledgedAt?: Date | null;
  /** Who acknowledged it where it was not the leader in person: their secretary, or whoever stood in for them. */
  @Uuid({ nullable: true }) actedById?: string | null;
  @Text({ nullable: true }) actedByName?: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'The desk took the urgent report back.' })
  @Instant({ nullable: true })
  withdrawnAt?: Date | null;
}
