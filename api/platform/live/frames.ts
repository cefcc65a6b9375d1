import type { Scope } from '../scope/scope.ts';

/** What a noun brings to live delivery, which itself knows none (its parts.ts). */
export interface Frame {
  /** Reads ahead what this noun's changes show, so that executing finds it in its loaders. */
  foresee?(scope: Scope, events: Stretch): Promise<unknown>;
}

/** The events that are about to be shown. */
export interface Stretch {
  /** One column of them, as a query. */
  column(name: string): string;
  /** Of the query: the county is $1. */
  values: readonly unknown[];
}

const frames: Frame[] = [];
export const registerFrames = (more: readonly Frame[]): void => void frames.push(...more);

export const foreseen = (scope: Scope, events: Stretch) =>
  Promise.all(frames.map((frame) => frame.foresee?.(scope, events)));
