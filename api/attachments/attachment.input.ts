import { manifestProblems, type PromisedAttachment } from '@lxq/schema/attachments/attachment-draft.ts';
import type { AttachmentKind, AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { Field, ID, InputType, Int } from 'type-graphql';
import { checkClientId } from '../platform/contract/client-ids.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { AttachmentKindEnum } from './attachment.entity.ts';
import { nameOf } from './attachment.name.ts';
import { DRAFT_WORDS } from './attachment.words.ts';

@InputType({ description: 'A promise: the bytes come later, to /attachments by tus.' })
export class AttachmentDraft {
  @Field(() => ID, { description: 'Made on the device (UUIDv7).' }) clientId!: string;
  @Field(() => AttachmentKindEnum) kind!: AttachmentKind;
  @Field(() => String, { description: 'SHA-256 in hex, of the bytes as they are sent.' }) sha256!: string;
  @Field(() => Int, { description: 'Bytes.' }) size!: number;
  @Field(() => String, { nullable: true, description: 'Of a file.' }) name?: string | null;
  @Field(() => Int, { nullable: true, description: 'Of a voice note.' }) seconds?: number | null;
}

/** The manifest as it is stored, or refused with field and remedy. Only a file has a name, only a voice note a length. */
export function checkManifest(
  subject: AttachmentSubject,
  drafts: readonly AttachmentDraft[] | null | undefined,
): PromisedAttachment[] {
  for (const { clientId } of drafts ?? []) checkClientId(clientId);
  const manifest = (drafts ?? []).map(({ clientId, kind, sha256, size, name, seconds }) => ({
    clientId: clientId.toLowerCase(),
    ...{ kind, sha256, size },
    name: kind === 'FILE' ? nameOf(name ?? '') : null,
    seconds: kind === 'VOICE' ? (seconds ?? null) : null,
  }));
  refuseFirst(manifestProblems(subject, manifest), DRAFT_WORDS);
  return manifest;
}

/** What a manifest adds to the hash of what was told, in its order; nothing where there is none, so that what had no attachments hashes as it always did. */
export const hashedManifest = (drafts: readonly AttachmentDraft[] | null | undefined): unknown[] =>
  drafts?.length
    ? [
        drafts.map(({ clientId, kind, sha256, size, name, seconds }) => [
          clientId.toLowerCase(),
          ...[kind, sha256, size, name ?? null, seconds ?? null],
        ]),
      ]
    : [];
