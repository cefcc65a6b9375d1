import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Scope } from '../platform/scope/scope.ts';
import { Attachment, AttachmentSubjectEnum } from './attachment.entity.ts';
import { holderOf, inWhoseName } from './attachment.holders.ts';
import { AttachmentDraft } from './attachment.input.ts';
import { linkOf, type Size } from './attachment.links.ts';
import type { ShownAttachment } from './attachment.loaders.ts';
import * as attachments from './attachment.service.ts';
import { REFUSAL_WORDS } from './attachment.words.ts';

const FOR_A_WHILE = 'Short-lived, of this session alone, under the rights of the day; null until it has arrived.';

@Resolver(() => Attachment)
export class AttachmentResolver {
  @Authorized(...REPORT_READERS)
  @Mutation(() => [Attachment], {
    description: 'Promises more to a thing that is there; answers with all that it then has. The bytes come by tus.',
  })
  attach(
    @Ctx() scope: Scope,
    @Arg('subject', () => AttachmentSubjectEnum) subject: AttachmentSubject,
    @Arg('subjectId', () => ID) subjectId: string,
    @Arg('attachments', () => [AttachmentDraft]) drafts: AttachmentDraft[],
  ) {
    return attachments.attach(scope, subject, subjectId, drafts);
  }

  @Authorized(...REPORT_READERS)
  @Mutation(() => Attachment, { description: 'Whoever attached it takes it back; that it was there stays written.' })
  detach(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return attachments.detach(scope, id);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whoever attached it: what has arrived as long as they may attach, a promise that was not kept or not taken at any time.',
  })
  viewerCanDetach(@Root() { authorId, subject, state, withdrawnAt, isOpen }: ShownAttachment, @Ctx() scope: Scope) {
    const isOwn = authorId === inWhoseName(scope, holderOf(subject)).authorId;
    return isOwn && !withdrawnAt && (isOpen === true || state !== 'ARRIVED');
  }
  @FieldResolver(() => String, { nullable: true, description: 'Why it was refused, and what to do.' })
  refusal(@Root() { refusedFor }: Attachment, @Ctx() scope: Scope) {
    const [zh, en] = refusedFor ? REFUSAL_WORDS[refusedFor] : [null, null];
    return scope.caller.language === 'en' ? en : zh;
  }
  @FieldResolver(() => String, { nullable: true, description: FOR_A_WHILE })
  url(@Root() attachment: Attachment, @Ctx() scope: Scope) {
    return linkTo(attachment, scope, 'full');
  }
  @FieldResolver(() => String, { nullable: true, description: `Of a picture. ${FOR_A_WHILE}` })
  thumbnailUrl(@Root() attachment: Attachment, @Ctx() scope: Scope) {
    return attachment.kind === 'PHOTO' ? linkTo(attachment, scope, 'thumbnail') : null;
  }
}

function linkTo({ id, state, storedSha256, withdrawnAt }: Attachment, { rights, now }: Scope, size: Size) {
  const isThere = state === 'ARRIVED' && storedSha256 && !withdrawnAt;
  return isThere && rights.tokenHash ? linkOf(rights.tokenHash, id, size, now) : null;
}
