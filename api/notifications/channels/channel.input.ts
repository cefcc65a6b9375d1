import { type ChannelKind, VERIFICATIONS, type Verification } from '@lxq/schema/notifications/channels.ts';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { ChannelKindEnum } from '../notification.entity.ts';
import { Channel } from './channel.entity.ts';

@InputType({ description: 'Times of the county’s day, as 22:00; the second may lie beyond midnight.' })
export class QuietHoursInput {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
}

@InputType()
export class NewChannelInput {
  @Field(() => ChannelKindEnum) kind!: ChannelKind;
  @Field(() => String, {
    description: 'A robot’s or a push service’s address, or an e-mail address. Never shown again.',
  })
  address!: string;
  @Field(() => String, { nullable: true, description: 'With which 钉钉 wants calls signed.' }) secret?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a browser’s subscription.' }) p256dh?: string | null;
  @Field(() => String, { nullable: true, description: 'Of a browser’s subscription.' }) auth?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'The unit’s robot, kept by who heads the unit.' })
  isOfUnit!: boolean;
}

@InputType({ description: 'What is left out stays as it is.' })
export class ChannelsInput {
  @Field(() => [NewChannelInput], { nullable: true, description: 'One that is there already stays one.' })
  add?: NewChannelInput[] | null;
  @Field(() => [ID], { nullable: true, description: 'May be brought back until the night.' }) remove?: string[] | null;
  @Field(() => [ID], { nullable: true, description: 'What was removed.' }) restore?: string[] | null;
  @Field(() => QuietHoursInput, { nullable: true, description: 'Of the viewer’s own channels; null for none.' })
  quiet?: QuietHoursInput | null;
}

const VerificationEnum = enumOf('NotificationVerification', VERIFICATIONS);

@ObjectType({ ...PLAIN, description: 'What became of a code that was typed. Each try counts.' })
export class VerifiedChannel {
  @Field(() => VerificationEnum) became!: Verification;
  @Field(() => Channel) channel!: Channel;
}

@ObjectType({ ...PLAIN, description: 'A span of the county’s day.' })
export class QuietHours {
  @Field(() => String) from!: string;
  @Field(() => String) to!: string;
}

@ObjectType('ChannelSettings', { ...PLAIN, description: 'By which ways the viewer is reached outside the app.' })
export class OwnChannels {
  @Field(() => [Channel], { description: 'The viewer’s own, and their unit’s.' }) channels!: Channel[];
  @Field(() => QuietHours, { nullable: true, description: 'Only what is severe comes then.' })
  quiet!: QuietHours | null;
  @Field(() => [ChannelKindEnum], { description: 'Those that this server can send by.' }) kinds!: ChannelKind[];
  @Field(() => String, { nullable: true, description: 'What a browser subscribes with.' }) pushKey!: string | null;
  @Field(() => Boolean) viewerCanKeepUnitChannels!: boolean;
}
