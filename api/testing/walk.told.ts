import { isDeepStrictEqual } from 'node:util';
import type { Standing, Walked } from './walk.ts';

/** What an operation answered: where the thing is now, or why not. */
export const told = ({ data, errors }: { data?: Record<string, any> | null; errors?: readonly any[] }): Told => {
  if (errors) return { code: errors[0].extensions.code, unmet: errors[0].extensions.unmet };
  const [answer] = Object.values(data ?? {});
  const [each] = Array.isArray(answer) ? answer : [];
  if (!each) return { state: answer.state };
  return each.ok ? { state: each.report.state } : { code: each.error.code, unmet: each.error.unmet ?? undefined };
};

export interface Told {
  code?: string;
  unmet?: string[];
  state?: string;
}
/** Content is asked besides, and a second reading changes nothing: there the walk wants no more than that the row is not overruled. */
function isAsForetold({ checked, again }: Walked, deed: string, expected: Told, answer: Told): boolean {
  const isSame = isDeepStrictEqual({ unmet: undefined, ...expected }, { unmet: undefined, ...answer });
  // What is named beside the thing is foreign to a foreigner too, and looked at first.
  if (expected.code === 'NOT_FOUND' && answer.code === 'BAD_INPUT') return true;
  // Another leader's instruction is told from none as little as a county's, and a revisit that another unit makes, or another desk's theme.
  if (answer.code === 'NOT_FOUND' && ['author', 'itsUnit', 'desk'].some((guard) => expected.unmet?.includes(guard)))
    return true;
  if (again?.includes(deed) && answer.state) return expected.code !== 'FORBIDDEN';
  if (isSame || !checked?.includes(deed)) return isSame;
  const beyond = answer.unmet?.filter((guard) => !['state', 'role', 'fourEyes'].includes(guard)) ?? [];
  if (expected.state) return answer.code === 'REFUSED' && beyond.length === answer.unmet?.length;
  return answer.unmet?.join() === [...(expected.unmet ?? []), ...beyond].join();
}

/** Whom the thing is about does nothing with it, and is told why where they see it. */
const isRecused = ({ recused }: Walked, standing: Standing, { state, code, unmet }: Told): boolean =>
  standing !== 'RECUSED' || (!state && (code !== 'REFUSED' || Boolean(unmet?.includes(recused as string))));

/** What came of a try. */
export interface Outcome {
  expected: Told;
  answer: Told;
  /** How many more the thing's history has. */
  lines: number;
  /** Whoever was refused left the thing as it was. */
  isLeft: boolean;
}
export function isAsTheRowSays(
  noun: Walked,
  { deed, standing }: { deed: string; standing: Standing },
  { expected, answer, lines, isLeft }: Outcome,
): boolean {
  const isOnce = noun.checked?.includes(deed) || noun.again?.includes(deed) || lines === (answer.state ? 1 : 0);
  return isOnce && isLeft && isAsForetold(noun, deed, expected, answer) && isRecused(noun, standing, answer);
}
