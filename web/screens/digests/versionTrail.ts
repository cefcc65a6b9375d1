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

/** Title and text as one string, so that a change of either shows in the diff. */
export const wholeText = (version: Pick<Version, 'title' | 'text'>): string => `${version.title}\n${version.text}`;
