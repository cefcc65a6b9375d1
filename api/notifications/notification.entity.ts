import {
  CHANNEL_KINDS,
  type ChannelKind,
  DELIVERY_STATES,
  type DeliveryState,
} from '@lxq/schema/notifications/channels.ts';
import {
  NOTIFICATION_KINDS,
  type NotificationKind,
  SEVERE,
  WHYS,
  type Why,
} from '@lxq/schema/notifications/notification-kinds.ts';
import { Entity, Index, PrimaryKey, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { Bool, Code, CountyKey, IdKey, Instant, Int, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';
import { listed } from '../platform/tables/words.ts';
import { LINES } from '../reports/report.entity.ts';

export const NotificationKindEnum = enumOf('NotificationKind', NOTIFICATION_KINDS);
const WhyEnum = enumOf('NotificationWhy', WHYS);
const DeliveryStateEnum = enumOf('NotificationDeliveryState', DELIVERY_STATES);
export const ChannelKindEnum = enumOf('NotificationChannelKind', CHANNEL_KINDS);

/** Whom it is for, at the post that they are told at, their stand-in included; what somebody is told as an author is theirs at every post of theirs, and no stand-in's. */
const atPost = 'author_id is null and person_id = app.person() and unit_code = app.unit()';
const own = `${atPost} or author_id = app.person() and app.acting() is null`;
const inCounty = `(line <> 'SEALED' or author_id is not null or app.sealed()) and (${own})`;
/** Nor is what a secretary is told: the leader has named the one, in person. */
const toldInCounty = `(why <> 'SECRETARY' or app.acting() is null) and ${inCounty}`;
const author = 'author_id = app.person()';

/**
 * What the rows of `table` have in common that stand together: what they are of. Severe ones stand each by itself, as they are acknowledged. With `coalesce`, which PostgreSQL does not take for
 * leakproof, the index below would be of no use under row security.
 */
export const thingOf = (table: string) =>
  `case when ${table}.kind in (${listed(SEVERE)}) or ${table}.subject_id is null then ${table}.id else ${table}.subject_id end`;

/** That somebody is told of something: the ledger of what rings. Nobody else reads it, nor when it was acknowledged. */
@ObjectType('Notification', { ...PLAIN, description: '通知：有什么事要某人知道.' })
@Entity({
  tableName: 'notification',
  ...scoped('notification', {
    county: { see: toldInCounty, change: toldInCounty },
    township: { see: own, change: own },
    village: { see: own, change: own },
    officer: { see: author, change: author },
  }),
})
@Unique({ name: 'notification_once', properties: ['countyCode', 'personId', 'key'] })
@Index({ name: 'notification_person', properties: ['countyCode', 'personId', 'createdAt', 'id'] })
@Index({
  name: 'notification_thing',
  expression: `create index "notification_thing" on "notification" ("county_code", "person_id", (${thingOf('notification').replaceAll('notification.', '')}), "created_at", "id")`,
})
@Index({ name: 'notification_subject', properties: ['countyCode', 'subjectId'] })
@Index({
  name: 'notification_unread',
  expression: `create index "notification_unread" on "notification" ("county_code", "person_id", "unit_code", "author_id", "line", "why") where acknowledged_at is null`,
})
@Index({
  name: 'notification_unspread',
  expression: `create index "notification_unspread" on "notification" ("county_code", "created_at") where spread_at is null`,
})
export class Notification {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  /** Of the post that they are told at. */
  @Code() unitCode!: number;
  @Uuid() personId!: string;
  /** The person again, where they are told as an author. */
  @Uuid({ nullable: true }) authorId?: string | null;
  /** The subject's. */
  @Word('line', LINES, { default: 'LINE' }) line!: (typeof LINES)[number];
  @Field(() => NotificationKindEnum) @Word('kind', NOTIFICATION_KINDS) kind!: NotificationKind;
  @Field(() => WhyEnum) @Word('why', WHYS) why!: Why;
  @Field(() => String, { nullable: true, description: 'The leader for whom somebody is told, as their secretary.' })
  @Text({ nullable: true })
  forName?: string | null;
  @Field(() => String, { description: 'The word of the noun that it is of.' }) @Text() subject!: string;
  @Uuid({ nullable: true }) subjectId?: string | null;
  /** What it says, so that it is said once. */
  @Text() key!: string;
  @Field(() => InstantScalar) @Instant() createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) acknowledgedAt?: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Nobody acknowledged it, and the next were called.' })
  @Instant({ nullable: true })
  climbedAt?: Date | null;
  /** When it was spread onto channels and screens. */
  @Instant({ nullable: true }) spreadAt?: Date | null;
}

/** That it goes to a channel, and what became of it. Written by the queue alone. */
@ObjectType('NotificationDelivery', PLAIN)
@Entity({
  tableName: 'notification_delivery',
  ...scoped('notification_delivery', {
    county: { see: inCounty },
    township: { see: own },
    village: { see: own },
    officer: { see: author },
  }),
})
@Unique({ name: 'notification_delivery_once', properties: ['countyCode', 'channelId', 'key'] })
@Index({
  name: 'notification_delivery_queued',
  expression: `create index "notification_delivery_queued" on "notification_delivery" ("county_code", "channel_id", "not_before") where state = 'QUEUED'`,
})
export class NotificationDelivery {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'uuid' }) notificationId!: string;
  @PrimaryKey({ type: 'uuid' }) channelId!: string;
  @Code() unitCode!: number;
  @Uuid() personId!: string;
  @Uuid({ nullable: true }) authorId?: string | null;
  @Word('line', LINES, { default: 'LINE' }) line!: (typeof LINES)[number];
  @Word('kind', NOTIFICATION_KINDS) kind!: NotificationKind;
  @Field(() => ChannelKindEnum) @Word('channel', CHANNEL_KINDS) channel!: ChannelKind;
  /** The notification's: several people of a unit are told of one thing, and their robot says it once. */
  @Text() key!: string;
  /** By a channel of whoever stands in for the person. */
  @Field(() => Boolean, { description: 'By a channel of whoever stands in for them.' })
  @Bool({ default: false })
  isForStandIn!: boolean;
  @Field(() => DeliveryStateEnum) @Word('state', DELIVERY_STATES, { default: 'QUEUED' }) state!: DeliveryState;
  @Field(() => GraphInt) @Int({ default: 0 }) attempts!: number;
  /** Why the last attempt came to nothing (notification.words.ts). */
  @Text({ nullable: true }) failure?: string | null;
  @Instant() notBefore!: Date;
  /** Of those that go together. */
  @Uuid({ nullable: true }) turn?: string | null;
  @Instant() queuedAt!: Date;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) sentAt?: Date | null;
}
