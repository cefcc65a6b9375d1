import { LIMITS } from '@lxq/schema/limits.ts';

/** What a case may be called by: the first sentence of what was told, cut where it is longer than a title. */
export function titleOf(told: string): string {
  const [sentence = ''] = told.trim().split(/[。！？!?\n]/);
  const characters = [...sentence.trim()];
  const { max } = LIMITS.case.title;
  return characters.length <= max ? characters.join('') : `${characters.slice(0, max - 1).join('')}…`;
}
