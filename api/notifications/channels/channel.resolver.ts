import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Scope } from '../../platform/scope/scope.ts';
import { FAILURES, type Failure } from '../notification.words.ts';
import { Channel } from './channel.entity.ts';
import { ChannelsInput, OwnChannels } from './channel.input.ts';
import { ofViewer } from './channel.read.ts';
import * as channels from './channel.service.ts';

@Resolver(() => Channel)
export class ChannelResolver {
  @Authorized(...REPORT_READERS)
  @Query(() => OwnChannels)
  channels(@Ctx() scope: Scope) {
    return ofViewer(scope);
  }

  @Authorized(...REPORT_READERS)
  @Mutation(() => OwnChannels)
  async saveChannels(@Ctx() scope: Scope, @Arg('settings', () => ChannelsInput) settings: ChannelsInput) {
    await channels.save(scope, settings);
    return ofViewer(scope);
  }
  @Authorized(...REPORT_READERS)
  @Mutation(() => Boolean, {
    description: 'Sends a message to try it, once a minute; how it went is read among the notifications.',
  })
  async tryChannel(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    await channels.tryOne(scope, id);
    return true;
  }

  @FieldResolver(() => Boolean)
  isOfUnit(@Root() { personId }: Channel) {
    return !personId;
  }
  @FieldResolver(() => String, { nullable: true, description: 'Why it is a channel no more.' })
  endedWhy(@Root() { endedWhy }: Channel, @Ctx() { caller }: Scope) {
    return endedWhy ? (FAILURES[endedWhy as Failure]?.[caller.language === 'zh' ? 0 : 1] ?? endedWhy) : null;
  }
}
