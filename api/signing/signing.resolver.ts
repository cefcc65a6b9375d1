import { SIGNERS } from '@lxq/schema/signing/signing-kinds.ts';
import { Arg, Authorized, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Viewer } from '../auth/session.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import * as signings from './signing.read.ts';
import { SigningConnection } from './signing.type.ts';

@Resolver()
export class SigningResolver {
  @Authorized(...SIGNERS)
  @Query(() => SigningConnection, { description: 'What waits for the viewer to sign it, the longest first.' })
  signingTray(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return signings.tray(scope, first, after);
  }
}

/** It comes with whoever comes in: a desk that is opened asks nothing more. */
@Resolver(() => Viewer)
export class SigningCountResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How much waits for the viewer to sign it; null for whoever signs nothing.',
  })
  signingCount(@Root() { rights }: Viewer, @Ctx() scope: Scope) {
    return SIGNERS.includes(rights.role) ? signings.count(scope) : null;
  }
}
