import { DIGEST_MACHINE, type DigestState } from '@lxq/schema/digests/digest-states.ts';
import { DIGEST_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { deedResolver } from '../platform/deeds/derive.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { digestNoun } from './digest.deed.ts';
import { Digest, DigestStateEnum } from './digest.entity.ts';
import { DigestItemInput, RecipientsInput } from './digest.input.ts';
import * as read from './digest.read.ts';
import * as digests from './digest.service.ts';
import { DigestConnection } from './digest.type.ts';
import * as files from './files/digest-file.service.ts';
import { issue } from './issuing/digest-issue.service.ts';
import { markRead } from './issuing/digest-receipt.service.ts';
import { gather } from './items/digest-gather.service.ts';
import { DigestFile, DigestItem, type FileFormat, FileFormatEnum } from './items/digest-item.entity.ts';
import * as items from './items/digest-item.service.ts';

const { edit: editing, issue: issuing } = DIGEST_MACHINE;

@Resolver(() => Digest)
export class DigestResolver {
  @Authorized(...DIGEST_READERS)
  @Query(() => DigestConnection)
  digests(
    @Ctx() scope: Scope,
    @Arg('states', () => [DigestStateEnum], { nullable: true }) states: DigestState[] | null,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return read.list(scope, { states, first, after });
  }

  @Authorized(...DIGEST_READERS)
  @Query(() => Digest)
  digest(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return read.find(scope, id);
  }

  @Authorized(...editing.by)
  @Mutation(() => Digest, { description: 'Opens the next period, contiguous with the last one.' })
  openDigest(@Ctx() scope: Scope) {
    return digests.open(scope);
  }

  @Authorized(...editing.by)
  @Mutation(() => Digest)
  saveDigest(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('title', () => String) title: string,
    @Arg('mark', () => String) mark: string,
    @Arg('copies', () => Int, { nullable: true }) copies: number | null,
    @Arg('recipients', () => RecipientsInput) recipients: RecipientsInput,
  ) {
    return digests.save(scope, id, version, { title, mark, copies: copies ?? null, recipients });
  }

  @Authorized(...editing.by)
  @Mutation(() => DigestItem)
  saveDigestItem(
    @Ctx() scope: Scope,
    @Arg('digest', () => ID) digest: string,
    @Arg('item', () => DigestItemInput) item: DigestItemInput,
  ) {
    return items.save(scope, digest, item);
  }

  @Authorized(...editing.by)
  @Mutation(() => Digest)
  removeDigestItem(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('version', () => Int) version: number) {
    return items.remove(scope, id, version);
  }

  @Authorized(...editing.by)
  @Mutation(() => Digest)
  sequenceDigestItems(
    @Ctx() scope: Scope,
    @Arg('digest', () => ID) digest: string,
    @Arg('version', () => Int) version: number,
    @Arg('items', () => [ID]) order: string[],
  ) {
    return items.order(scope, digest, version, order);
  }

  @Authorized(...editing.by)
  @Mutation(() => Digest, { description: "One item a report, text taken over, put under the topic's portfolio." })
  gatherReports(
    @Ctx() scope: Scope,
    @Arg('digest', () => ID) digest: string,
    @Arg('reports', () => [ID]) reports: string[],
  ) {
    return gather(scope, digest, reports);
  }

  @Authorized(...issuing.by)
  @Mutation(() => Digest)
  issueDigest(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('earlyReason', () => String, {
      nullable: true,
      description: "Why it does not wait for its period's end; a director's to give.",
    })
    earlyReason: string | null,
  ) {
    return issue(scope, id, version, earlyReason);
  }

  @Authorized(...DIGEST_READERS)
  @Mutation(() => DigestFile)
  requestDigestFile(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('format', () => FileFormatEnum) format: FileFormat,
  ) {
    return files.request(scope, id, format);
  }

  @Authorized(...issuing.by, 'LEADER')
  @Mutation(() => Digest)
  markDigestRead(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return markRead(scope, id);
  }
}

/** What a machine's row says whole; the mutations above ask for more than words. */
export const DigestDeedResolver = deedResolver(digestNoun, {
  ways: { submitForReview: digests.submitForReview, approve: digests.approve },
  changes: digests.digestChanges,
});
