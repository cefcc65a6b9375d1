import { useTelling } from './as-of.ts';
import { type Question, useAskedAt } from './kept-answers.ts';

/** While there is no signal the frame's bar says as of when the screen speaks. */
export function AsOf({ questions }: { questions: readonly Question[] }) {
  useTelling(useAskedAt(questions));
  return null;
}
