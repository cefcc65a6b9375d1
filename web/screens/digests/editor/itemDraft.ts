import { itemProblems, titleOf } from '@lxq/schema/digests/digest-draft.ts';
import { parseRichText, type RichText } from '@lxq/schema/digests/rich-text.ts';
import type { DigestItemInput } from '../../../contract.generated.ts';
import type { DraftItemFragment } from './editor.generated.ts';

/** What the clerk may change of an item. */
export interface ItemDraft {
  title: string;
  body: RichText;
  portfolio: string | null;
  reports: string[];
  corrects: string | null;
  /** Of the photos of its sources, in the order in which they are printed. */
  pictures: string[];
}

export const EMPTY_BODY: RichText = { type: 'doc', content: [{ type: 'paragraph' }] };

export const toDraft = (item: DraftItemFragment): ItemDraft => ({
  title: item.title,
  body: item.body as RichText,
  portfolio: item.portfolio?.id ?? null,
  reports: item.reports.map(({ id }) => id),
  corrects: item.corrects?.id ?? null,
  pictures: item.pictures,
});

export const toInput = (draft: ItemDraft): DigestItemInput => ({
  ...draft,
  title: titleOf(draft.title),
  body: parseRichText(draft.body),
});

/** A title of at least two characters and a text that fits: what the server would take. */
export function isStorable(draft: ItemDraft): boolean {
  if (itemProblems(draft).length > 0) return false;
  try {
    parseRichText(draft.body);
    return true;
  } catch {
    return false;
  }
}

/** Equal to the reader: the same words, heading, sources and pictures, however the editor happened to cut them. */
export function isSameDraft(a: ItemDraft, b: ItemDraft): boolean {
  return canonical(a) === canonical(b);
}

function canonical(draft: ItemDraft): string {
  return JSON.stringify([
    draft.title.trim(),
    canonicalBody(draft.body),
    draft.portfolio,
    [...draft.reports].sort(),
    draft.corrects,
    draft.pictures,
  ]);
}

/** Without a source its photos go too. */
export function withoutSource(
  draft: ItemDraft,
  report: string,
  photos: DraftItemFragment['photos'],
): Partial<ItemDraft> {
  const gone = new Set(photos.filter(({ reportId }) => reportId === report).map(({ attachment }) => attachment.id));
  return {
    reports: draft.reports.filter((id) => id !== report),
    pictures: draft.pictures.filter((id) => !gone.has(id)),
  };
}

/** Equal words have equal JSON, which the editor's own output does not promise. */
export function canonicalBody(body: RichText): RichText {
  try {
    return parseRichText(body);
  } catch {
    return body;
  }
}
