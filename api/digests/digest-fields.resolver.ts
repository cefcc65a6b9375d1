import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, FieldResolver, ID, Info, Int, Resolver, Root } from 'type-graphql';
import { personById } from '../network/network.loaders.ts';
import { Person } from '../network/posts/person.entity.ts';
import { LISTED } from '../platform/lists/listing.ts';
import { nodesOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { stepsOf } from '../reports/lists/report.loaders.ts';
import { ReportConnection, Step } from '../reports/report.type.ts';
import { Digest } from './digest.entity.ts';
import * as loaders from './digest.loaders.ts';
import { DigestDocumentScalar } from './digest.scalars.ts';
import { CandidateKindEnum, Check, PortfolioCount } from './digest.type.ts';
import { documentOf } from './document/digest-document.service.ts';
import { check } from './issuing/digest-check.service.ts';
import * as candidate from './items/digest-candidate.read.ts';
import { DigestFile, DigestItem, DigestReceipt, DigestVersion } from './items/digest-item.entity.ts';

const NOTHING = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What an issue shows beside its own columns. */
@Resolver(() => Digest)
export class DigestFieldsResolver {
  @FieldResolver(() => Person, { nullable: true })
  editor(@Root() digest: Digest, @Ctx() scope: Scope) {
    return digest.editorId ? personById(scope).load(digest.editorId) : null;
  }
  @FieldResolver(() => Person, { nullable: true })
  signer(@Root() digest: Digest) {
    return digest.signerId ? { id: digest.signerId, name: digest.signerName } : null;
  }
  @FieldResolver(() => [DigestItem])
  items(@Root() digest: Digest, @Ctx() scope: Scope) {
    return loaders.itemsOf(scope).load(digest.id);
  }
  @FieldResolver(() => Int)
  itemCount(@Root() digest: Digest, @Ctx() scope: Scope) {
    return loaders.itemCountOf(scope).load(digest.id);
  }
  @FieldResolver(() => ReportConnection, {
    description: 'Reports that may still be gathered, however far their handling is, by portfolio.',
  })
  @Extensions(LISTED)
  candidates(
    @Root() digest: Digest,
    @Ctx() scope: Scope,
    @Arg('portfolio', () => ID, { nullable: true }) portfolio: string | null,
    @Arg('kind', () => CandidateKindEnum, { defaultValue: 'PERIOD' }) kind: candidate.CandidateKind,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50 }) first: number | null,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return !loaders.isFrozen(digest)
      ? candidate.candidates(scope, digest, { kind, portfolio, first: first ?? 50, after }, nodesOf(info))
      : NOTHING;
  }
  @FieldResolver(() => [PortfolioCount])
  candidateCounts(@Root() digest: Digest, @Ctx() scope: Scope) {
    return !loaders.isFrozen(digest) ? candidate.candidateCounts(scope, digest) : [];
  }
  @FieldResolver(() => [Check])
  async checks(@Root() digest: Digest, @Ctx() scope: Scope): Promise<Check[]> {
    if (loaders.isFrozen(digest)) return [];
    const found = await check(scope, digest);
    return found.map(({ code, severity, itemId, ...words }) => ({
      code,
      severity,
      itemId,
      message: words[scope.caller.language],
    }));
  }
  @FieldResolver(() => DigestDocumentScalar)
  document(@Root() digest: Digest, @Ctx() scope: Scope) {
    return documentOf(scope, digest);
  }
  @FieldResolver(() => [DigestVersion])
  versions(@Root() digest: Digest, @Ctx() scope: Scope) {
    return loaders.versionsOf(scope).load(digest.id);
  }
  @FieldResolver(() => [DigestFile])
  files(@Root() digest: Digest, @Ctx() scope: Scope) {
    return loaders.filesOf(scope).load(digest.id);
  }
  @FieldResolver(() => [DigestReceipt])
  receipts(@Root() digest: Digest, @Ctx() scope: Scope) {
    return loaders.receiptsOf(scope).load(digest.id);
  }
  @FieldResolver(() => Date, { nullable: true, description: 'When the viewer first opened it.' })
  async readAt(@Root() digest: Digest, @Ctx() scope: Scope) {
    const receipts = (await loaders.receiptsOf(scope).load(digest.id)) ?? [];
    return receipts.find(({ personId }) => personId === scope.rights.personId)?.readAt ?? null;
  }
  @FieldResolver(() => [Step])
  timeline(@Root() digest: Digest, @Ctx() scope: Scope) {
    return stepsOf(scope).load(digest.id);
  }
}
