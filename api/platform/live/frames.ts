import type { Scope } from '../scope/scope.ts';

/** What a noun brings to live delivery, which itself knows none (its parts.ts). */
export interface Frame {
  /** The field of Change that shows it. */
  field: string;
  /** What of it is the same for everybody with the same rights: no name that the line hides, no deed that four eyes forbid. */
  impersonal: ReadonlySet<string>;
  /** Reads ahead what this noun's changes show, so that executing finds it in its loaders. */
  foresee(scope: Scope, events: Stretch): Promise<unknown>;
}

/** The events that are about to be shown. */
export interface Stretch {
  /** Which things of a noun they concern, as a query. */
  concerned(word: string): string;
  /** Of the query: the county is $1. */
  values: readonly unknown[];
}

const frames: Frame[] = [];
export const registerFrames = (more: readonly Frame[]): void => void frames.push(...more);

/** The frames that a document may ask for. */
export const framesIn = (text: string): Frame[] =>
  frames.filter(({ field }) => new RegExp(`\\b${field}\\b`).test(text));
export const frameOf = (field: string): Frame | undefined => frames.find((frame) => frame.field === field);
