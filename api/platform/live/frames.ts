import type { Scope } from '../scope/scope.ts';

/** What a noun brings to live delivery, which itself knows none (its parts.ts). */
export interface Frame {
  /** Reads ahead what this noun's changes show, so that executing finds it in its loaders. */
  foresee?(scope: Scope, events: Stretch): Promise<unknown>;
  /** What of the events `e` the viewer's role hears, beyond row security, as a SQL condition. */
  heard?(scope: Scope): string;
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
export const heardBy = (scope: Scope): string =>
  frames.map((frame) => (frame.heard ? `and (${frame.heard(scope)})` : '')).join(' ');
