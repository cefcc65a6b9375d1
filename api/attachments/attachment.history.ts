import {
  ATTACHMENT_DEEDS,
  type AttachmentDeed,
  type AttachmentKind,
} from '@lxq/schema/attachments/attachment-words.ts';
import type { DeedDone } from '../platform/deeds/audit.service.ts';
import type { Changed } from './attachment.manifest.ts';

/** What the lines of a thing's history say of its attachments: what was added or taken back at once, all of it in one line. */
export function linesOf({ added, takenBack = [] }: Changed): DeedDone[] {
  const deeds: [AttachmentDeed, Changed['added']][] = [
    ['attach', added],
    ['detach', takenBack],
  ];
  return deeds.flatMap(([deed, rows]) => {
    const attachments = rows.map(({ id, kind, sha256, name }) => ({ id, kind, sha256, name: name ?? null }));
    return rows.length > 0 ? [{ deed, detail: { attachments } }] : [];
  });
}

/** A line as far as it tells of attachments; what they are called stands in the audit alone. */
export function attachmentsIn({ deed, detail }: Pick<DeedDone, 'deed' | 'detail'>) {
  const isOfThem = (ATTACHMENT_DEEDS as readonly string[]).includes(deed);
  const told = isOfThem ? (detail as { attachments?: { id: string; kind: AttachmentKind }[] } | null) : null;
  return told?.attachments ?? [];
}
