import { LIMITS } from '../limits.ts';
import { lengthProblem, type Problem } from '../problems.ts';
import { scanForPersons } from '../texts/personal-data.ts';

/** Each is told by its name as well; the word of a marker says what it means. */
export const MARKER_COLOURS = ['RED', 'ORANGE', 'GREEN', 'BLUE', 'PURPLE', 'GREY'] as const;
export type MarkerColour = (typeof MARKER_COLOURS)[number];

export type MarkerProblem = Problem<'word', 'SHORT' | 'LONG' | 'PERSON'>;

/** Everything that keeps a word from being a marker: it is of matters, places and topics, and of nobody. */
export function markerProblems(word: string): MarkerProblem[] {
  return [
    ...lengthProblem('word', word, LIMITS.marker.word),
    ...(meansSomebody(word) ? [{ field: 'word', problem: 'PERSON' } as const] : []),
  ];
}

/** Kinds of people whom no word of ours sets apart (R149–R152). */
const SORTS =
  /上访|信访人|来访人|缠访|闹访|越级访|老户|重点(?:人|户|对象)|稳控|管控|帮教|刑释|吸毒|涉毒|精神病|黑名单|刁民|钉子户|[某先女]某|先生|女士/;
const THREE_CHARACTERS = /^\p{Script=Han}{3}$/u;

/** A number or name in it, a kind of people; three characters alone are read as if they stood where names stand. */
const meansSomebody = (word: string): boolean =>
  SORTS.test(word) ||
  scanForPersons(word).length > 0 ||
  (THREE_CHARACTERS.test(word) && scanForPersons(`村民${word}`).length > 0);
