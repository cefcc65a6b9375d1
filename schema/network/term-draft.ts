import { LIMITS } from '../limits.ts';
import { countProblem, lengthProblem, type Problem, rangeProblem } from '../problems.ts';

export type TermProblem =
  | Problem<'code', 'CODE'>
  | Problem<'name' | 'nameEn', 'SHORT' | 'LONG'>
  | Problem<'tags', 'MANY' | 'LONG'>
  | Problem<'position', 'RANGE'>;

export interface ToldTerm {
  code: string;
  name: string;
  nameEn: string;
  tags: readonly string[];
  position: number;
}

const CODE = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

/** Everything that keeps an entry of a dictionary from being saved, in the order of the form. */
export function termProblems({ code, name, nameEn, tags, position }: ToldTerm): TermProblem[] {
  const limits = LIMITS.term;
  const isCode = CODE.test(code) && code.length <= limits.code;
  return [
    ...(isCode ? [] : [{ field: 'code', problem: 'CODE', max: limits.code } as const]),
    ...lengthProblem('name', name, limits.name),
    ...lengthProblem('nameEn', nameEn, limits.nameEn),
    ...countProblem('tags', tags, limits.tags),
    ...tagProblem(tags),
    ...rangeProblem('position', position, { min: 0, max: limits.position }),
  ];
}

function tagProblem(tags: readonly string[]): TermProblem[] {
  const { tag } = LIMITS.term;
  const isLong = tags.some((each) => lengthProblem('tags', each, tag).some(({ problem }) => problem === 'LONG'));
  return isLong ? [{ field: 'tags', problem: 'LONG', ...tag }] : [];
}
