import { SIGNERS } from '@lxq/schema/signing/signing-kinds.ts';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
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

  @Authorized(...SIGNERS)
  @Query(() => Int)
  signingCount(@Ctx() scope: Scope) {
    return signings.count(scope);
  }
}
