import { CHANNEL_KINDS, type ChannelKind, MINUTES_OF_DAY } from '@lxq/schema/notifications/channels.ts';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../../platform/contract/graphql.ts';
import { Code, CountyKey, IdKey, Instant, Int, Text, Uuid, Word } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';
import { ChannelKindEnum } from '../notification.entity.ts';

const Bytes = () => Property({ type: 'blob', columnType: 'bytea' });
const minute = (column: string) => `${column} >= 0 and ${column} < ${MINUTES_OF_DAY}`;
const quiet = `quiet_from is null and quiet_to is null or ${minute('quiet_from')} and ${minute('quiet_to')} and quiet_from <> quiet_to`;

/** A person's own, and no stand-in's; of a unit whoever is there, and at the county its office. Who heads a unit keeps its robot: the service says so. */
const own = 'person_id = app.person() and app.acting() is null';
const ofUnit = 'person_id is null and unit_code = app.unit()';
const all = (sees: string) => ({ see: sees, add: sees, change: sees, remove: sees });

/** A way to reach somebody outside the house. Nothing of its address is shown again, to them neither. */
@ObjectType('NotificationChannel', { ...PLAIN, description: '渠道：通知经由哪里送达.' })
@Entity({
  tableName: 'notification_channel',
  ...scoped('notification_channel', {
    county: all(`${own} or ${ofUnit} and app.office()`),
    township: all(`${own} or ${ofUnit}`),
    village: all(`${own} or ${ofUnit}`),
    officer: all(own),
  }),
})
@Check({ name: 'notification_channel_quiet_check', expression: quiet })
@Index({
  name: 'notification_channel_person',
  expression: `create unique index "notification_channel_person" on "notification_channel" ("county_code", "person_id", "mark") where person_id is not null`,
})
@Index({
  name: 'notification_channel_unit',
  expression: `create unique index "notification_channel_unit" on "notification_channel" ("county_code", "unit_code", "mark") where person_id is null`,
})
export class Channel {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Code() unitCode!: number;
  /** Null where it is the unit's. */
  @Uuid({ nullable: true }) personId?: string | null;
  @Field(() => ChannelKindEnum) @Word('kind', CHANNEL_KINDS) kind!: ChannelKind;
  /** In which it speaks. */
  @Word('language', ['zh', 'en']) language!: 'zh' | 'en';
  @Bytes() sealed!: Buffer;
  @Bytes() nonce!: Buffer;
  @Text() keyId!: string;
  /** The same for the same address, and says nothing of it. */
  @Text() mark!: string;
  /** Minutes of the county's day. */
  @Int({ nullable: true }) quietFrom?: number | null;
  @Int({ nullable: true }) quietTo?: number | null;
  @Field(() => InstantScalar) @Instant() addedAt!: Date;
  /** From when on it may ring: a mailbox once its code was read there, everything else from the first. */
  @Instant({ nullable: true }) verifiedAt?: Date | null;
  /** Of the code that was sent last: when it was asked for, what it hashes to, and how often somebody has tried. */
  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When a code was last sent to a mailbox that is not verified yet.',
  })
  @Instant({ nullable: true })
  codeAt?: Date | null;
  @Text({ nullable: true }) codeHash?: string | null;
  @Int({ default: 0 }) codeTries!: number;
  @Field(() => InstantScalar, { nullable: true }) @Instant({ nullable: true }) endedAt?: Date | null;
  /** One of FAILURES. */
  @Text({ nullable: true }) endedWhy?: string | null;
}

/** When an address may be called again, whoever calls it, and a person may have a code or a trial sent again: one row each, taken by one statement. */
@Entity({ tableName: 'notification_pace', ...scoped('notification_pace', {}) })
export class ChannelPace {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'text' }) mark!: string;
  @Instant() nextAt!: Date;
}

/** By which push services know the county (VAPID); the private half is sealed. */
@Entity({ tableName: 'push_key', ...scoped('push_key', {}) })
export class PushKey {
  @PrimaryKey({ type: 'integer', name: 'county_code', autoincrement: false }) countyCode!: number;
  @Text() publicKey!: string;
  @Bytes() sealed!: Buffer;
  @Bytes() nonce!: Buffer;
  @Text() keyId!: string;
  @Instant() madeAt!: Date;
}
