import { useSyncExternalStore } from 'react';
import type { Kept } from './kept-locally.ts';

export function useKept<T>(kept: Kept<T>): [T, (value: T) => void] {
  return [useSyncExternalStore(kept.listen, kept.get), kept.set];
}
