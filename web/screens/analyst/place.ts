import type { At } from './gridKeys.ts';

/** Where somebody was in a table when they opened a list; whoever comes back to the same question is there again. */
export interface Place {
  search: string;
  at: At;
  left: number;
  top: number;
  page: number;
}
const KEY = 'lxq-table-place';

export const keepPlace = (place: Place): void => sessionStorage.setItem(KEY, JSON.stringify(place));

export function keptPlace(search: string): Place | undefined {
  const kept = sessionStorage.getItem(KEY);
  const place = kept ? (JSON.parse(kept) as Place) : undefined;
  return place?.search === search ? place : undefined;
}
export const forgetPlace = (): void => sessionStorage.removeItem(KEY);
