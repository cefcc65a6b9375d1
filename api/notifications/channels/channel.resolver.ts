import { REPORT_READERS } from '@lxq/schema/roles.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Scope } from '../../platform/scope/scope.ts';
import { failureIn } from '../notification.words.ts';
import { Channel } from './channel.entity.ts';
import { ChannelsInput, OwnChannels, VerifiedChannel } from './channel.input.ts';
import { ofViewer } from './channel.read.ts';
import * as channels from './channel.service.ts';
import { askCodeAgain, verify } from './channel.verifying.ts';

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
    description: 'Sends a message to try it, once a minute a person; how it went is read among the notifications.',
  })
  async tryChannel(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    await channels.tryOne(scope, id);
    return true;
  }

  @Authorized(...REPORT_READERS)
  @Mutation(() => Channel, {
    description: 'Sends another code to a mailbox of the viewer’s that is not verified, once a minute a person.',
  })
  sendChannelCode(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return askCodeAgain(scope, id);
  }
  @Authorized(...REPORT_READERS)
  @Mutation(() => VerifiedChannel, {
    description:
      'With the code that was read in the mailbox. Nothing rings there before. The only field of its operation.',
  })
  verifyChannel(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('code', () => String) code: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return verify(scope, { id, code, info });
  }

  @FieldResolver(() => Boolean, { description: 'Something may ring there.' })
  isVerified(@Root() { verifiedAt }: Channel) {
    return Boolean(verifiedAt);
  }
  @FieldResolver(() => Boolean)
  isOfUnit(@Root() { personId }: Channel) {
    return !personId;
  }
  @FieldResolver(() => String, { nullable: true, description: 'Why it is a channel no more.' })
  endedWhy(@Root() { endedWhy }: Channel, @Ctx() { caller }: Scope) {
    return failureIn(caller.language, endedWhy);
  }
}
