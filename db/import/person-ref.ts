import { v5 as uuidV5 } from 'uuid';
import { foldKey } from './key.ts';

const NAMESPACE = '6f0f2a1e-2f0c-5f6e-9c55-1f2f8f0f3a71';

const NOBODY = new Set<string>();
/** The id that follows from a reference as it is typed. */
export const idOf = (county: number, ref: string) => uuidV5(`person ${county} ${ref}`, NAMESPACE);

/**
 * A person of a staff number is the same person in every file: their id follows from county and number. w-1 and W-1 are one
 * number; the id of whoever came in before that was so follows from what was typed then.
 */
export function personId(county: number, ref: string, known: { has(id: string): boolean } = NOBODY): string {
  const ids = [foldKey(ref), ref, ref.toLowerCase()].map((typed) => idOf(county, typed));
  return ids.find((id) => known.has(id)) ?? (ids[0] as string);
}

export const areaId = (township: number, name: string) => uuidV5(`area ${township} ${foldKey(name)}`, NAMESPACE);

export const portfolioId = (county: number, name: string) => uuidV5(`portfolio ${county} ${foldKey(name)}`, NAMESPACE);

export const postId = (county: number, parts: (string | number)[]) =>
  uuidV5(`post ${county} ${parts.join(' ')}`, NAMESPACE);
