import type { DigestVersionsQuery } from './desk.generated.ts';

export type Version = DigestVersionsQuery['digest']['versions'][number];

export interface Trail {
  /** Null for the issue as a whole. */
  itemId: string | null;
  title: string;
  /** Newest first. */
  versions: Version[];
}

/** The versions of each item together, the item changed last standing first. */
export function trails(versions: readonly Version[]): Trail[] {
  const byItem = new Map<string | null, Version[]>();
  const newestFirst = [...versions].sort((a, b) => b.at.localeCompare(a.at));
  for (const version of newestFirst) byItem.set(version.itemId, [...(byItem.get(version.itemId) ?? []), version]);
  return [...byItem].map(([itemId, ofItem]) => ({ itemId, title: ofItem[0]?.title ?? '', versions: ofItem }));
}

/** Title, text and what the pictures are called as one string, so that a change of any shows in the diff. */
export const wholeText = ({ title, text, pictures }: Pick<Version, 'title' | 'text' | 'pictures'>): string =>
  [title, text, ...pictures.map((name) => `〔${name}〕`)].join('\n');
