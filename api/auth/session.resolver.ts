import { LEVEL_OF, SCREENS } from '@lxq/schema/roles.ts';
import { selfOf } from '@lxq/schema/transitions.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { placeByCode, postById, unitByCode } from '../network/network.loaders.ts';
import { Place } from '../network/places/place.entity.ts';
import { Person } from '../network/posts/person.entity.ts';
import { LeaderLevelEnum, Post } from '../network/posts/post.entity.ts';
import { County } from '../network/units/county.entity.ts';
import { Unit } from '../network/units/unit.entity.ts';
import { unauthenticated } from '../platform/contract/errors.ts';
import type { Rights } from '../platform/scope/rights.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { deviceWords } from './device.words.ts';
import { countyOfViewer } from './session.read.ts';
import * as sessions from './session.service.ts';
import { OwnSession, SignedIn, Viewer } from './session.type.ts';
import { signIn } from './sign-in.service.ts';

const viewerOf = (rights: Rights): Viewer => ({
  ...{ rights, level: LEVEL_OF[rights.role] },
  // What somebody reports they report as themselves.
  screens: SCREENS[rights.role].filter((screen) => screen !== 'officer' || !rights.actedById),
});

@Resolver(() => Viewer)
export class SessionResolver {
  @Query(() => Viewer, { nullable: true, description: 'Null when nobody is signed in.' })
  viewer(@Ctx() scope: Scope) {
    if (!scope.isSignedIn) return null;
    sessions.noteSeen(scope.database, scope.rights.tokenHash);
    return viewerOf(scope.rights);
  }

  @Mutation(() => SignedIn, { description: 'The session that the request came with ends.' })
  async signIn(
    @Ctx() scope: Scope,
    @Arg('account', () => String) account: string,
    @Arg('password', () => String) password: string,
    @Arg('device', () => String, {
      nullable: true,
      description: 'For programs: what an earlier sign-in to this account gave as `device`. The web sends a cookie.',
    })
    device?: string | null,
  ): Promise<SignedIn> {
    const { token, rights, mark } = await signIn(scope.database, { account, password, device }, scope.caller);
    scope.become(rights);
    scope.caller.setToken(token);
    return { token, device: mark, viewer: viewerOf(rights) };
  }

  @Mutation(() => Boolean)
  signOut(@Ctx() scope: Scope) {
    return this.leave(scope, false);
  }

  @Mutation(() => Boolean)
  signOutEverywhere(@Ctx() scope: Scope) {
    return this.leave(scope, true);
  }

  private async leave(scope: Scope, everywhere: boolean): Promise<boolean> {
    await scope.confirm();
    if (scope.caller.tokenHash) await sessions.signOut(scope.database, scope.caller.tokenHash, everywhere);
    scope.caller.setToken(null);
    return true;
  }

  @Authorized()
  @Query(() => [OwnSession], { description: 'Where the viewer is signed in, this session first.' })
  sessions(@Ctx() scope: Scope) {
    return sessions.sessionsOf(scope.database, scope.rights.tokenHash);
  }

  @Authorized()
  @Mutation(() => [OwnSession], {
    description: 'Ends one of the viewer’s own sessions, on a lost phone say; gives those that are left.',
  })
  async endSession(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    const { tokenHash } = scope.rights;
    await scope.confirm();
    await sessions.endSession(scope.database, tokenHash, id);
    const left = await sessions.sessionsOf(scope.database, tokenHash);
    if (left.length === 0) scope.caller.setToken(null);
    return left;
  }

  @Mutation(() => Viewer)
  async choosePost(@Ctx() scope: Scope, @Arg('post', () => ID) post: string): Promise<Viewer> {
    const { tokenHash } = scope.caller;
    if (!tokenHash) throw unauthenticated();
    await scope.confirm();
    const rights = await sessions.choosePost(scope.database, tokenHash, post);
    scope.become(rights);
    return viewerOf(rights);
  }

  @FieldResolver(() => Person, { description: 'Who has signed in.' })
  person(@Root() { rights }: Viewer) {
    return { id: selfOf(rights), name: rights.actedByName ?? rights.personName };
  }
  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'Whose post it is, where the viewer stands in for them: what is theirs is what this person would have.',
  })
  standsInFor(@Root() { rights }: Viewer) {
    return rights.actedById ? { id: rights.personId, name: rights.personName } : null;
  }
  @FieldResolver(() => Post, { description: 'The post the viewer acts under now.' })
  async post(@Root() { rights }: Viewer, @Ctx() scope: Scope) {
    return (await this.posts({ rights } as Viewer, scope)).find((post) => post.id === rights.postId);
  }
  @FieldResolver(() => [Post], {
    description: 'All posts in force, one’s own and then those one stands in for, for the switcher.',
  })
  posts(@Root() { rights }: Viewer, @Ctx() scope: Scope) {
    return sessions.postsOf(scope.database, rights.tokenHash);
  }
  @FieldResolver(() => County)
  county(@Ctx() scope: Scope) {
    return countyOfViewer(scope);
  }
}

@Resolver(() => OwnSession)
export class OwnSessionResolver {
  @FieldResolver(() => String, { description: '“Android 手机 · Chrome”, in the viewer’s language.' })
  device(@Root() { device }: OwnSession, @Ctx() scope: Scope) {
    const [zh, en] = deviceWords(device);
    return scope.caller.language === 'en' ? en : zh;
  }
}

@Resolver(() => Post)
export class PostFieldsResolver {
  @FieldResolver(() => LeaderLevelEnum, {
    nullable: true,
    description: 'Of a leader alone: whether of the city or the county.',
  })
  async leaderLevel(@Root() post: Post, @Ctx() scope: Scope) {
    if (post.role !== 'LEADER') return null;
    return post.leaderLevel ?? (await postById(scope).load(post.id))?.leaderLevel ?? 'COUNTY';
  }
  @FieldResolver(() => Boolean, { description: 'In the switcher: another’s post, which the viewer stands in for.' })
  viewerStandsIn(@Root() post: Post & { viewerStandsIn?: boolean }) {
    return post.viewerStandsIn ?? false;
  }
  @FieldResolver(() => Unit)
  unit(@Root() post: Post, @Ctx() scope: Scope) {
    return unitByCode(scope).load(post.unitCode);
  }
  @FieldResolver(() => Place, {
    description: "The place whose matters an officer reports on; the unit's own place unless a village group is named.",
  })
  area(@Root() post: Post, @Ctx() scope: Scope) {
    return placeByCode(scope).load(post.areaCode);
  }
}
