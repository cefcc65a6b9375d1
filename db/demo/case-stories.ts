import type { CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import type { CaseGrade, CaseOutcome, CaseRoute } from '@lxq/schema/cases/case-words.ts';
import type { RevisitDeed, RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import type { Hours } from './way.ts';

type OwnDeed = Exclude<CaseDeed, 'visit' | 'visitedInVain' | 'relapse'>;
/** What happens to a case: a deed of its own, or one of its newest revisit of a kind; `!` where the villager finds it unsolved. */
export type CaseStep = OwnDeed | `${RevisitKind}.${RevisitDeed}` | `${RevisitKind}.complete!`;

/** How one case goes, until it stands where it stands now. */
export interface Story {
  from: 'INSTRUCTION' | 'REPORT' | 'HAND';
  steps: readonly CaseStep[];
  /** Hours since the last of them. */
  idle: Hours;
  decision?: CaseOutcome;
  route?: CaseRoute;
  grade?: CaseGrade;
  /** Its day is over, though it is open. */
  isLate?: true;
  /** What takes other hours than usually. */
  hours?: Partial<Record<CaseStep, Hours>>;
  /** Another township's unit asks the villager. */
  asks?: 'TOWNSHIP' | 'VILLAGE';
  opinion?: 'SIGNED' | 'DRAWN' | 'REFUSED' | 'UNKNOWN';
  /** It is about a unit, which has no part in it. */
  isConcerning?: true;
  hasOutsiders?: true;
  /** Where somebody with an account handles it. */
  at?: 'BUREAU' | 'HOME';
  /** A township's leader takes it, and not the one in charge of its topic. */
  isTakenBelow?: true;
  outcome?: 'UPHELD' | 'REVOKED';
}

const FILED = ['decide', 'file'] as const satisfies readonly CaseStep[];
const GIVEN = [...FILED, 'assign'] as const;
const TAKEN = [...GIVEN, 'signFor', 'coSign'] as const;
const ASKED = [...TAKEN, 'plan', 'FILING.complete', 'log'] as const;
const HANDLED = [...ASKED, 'log', 'draftResult'] as const;
const REPORTED = [...HANDLED, 'submitResult'] as const;
const VISITED = [...REPORTED, 'PRE_CLOSE.complete'] as const;
const ALL_SIGN = ['sign', 'sign', 'close', 'answer'] as const satisfies readonly CaseStep[];
const CLOSED = [...VISITED, ...ALL_SIGN] as const;
/** Without the progress being told. */
const BRIEFLY = [...TAKEN, 'plan', 'log', 'draftResult', 'submitResult', 'PRE_CLOSE.complete', ...ALL_SIGN] as const;
const ON_THE_SPOT = ['decide', 'settle', 'log', 'draftResult', 'submitResult'] as const satisfies readonly CaseStep[];
const AGAIN = ['plan', 'log', 'draftResult', 'submitResult'] as const satisfies readonly CaseStep[];
const BACK = [...REPORTED, 'PRE_CLOSE.complete!'] as const;
const THRICE = ['PRE_CLOSE.attempt', 'PRE_CLOSE.attempt', 'PRE_CLOSE.attempt', 'PRE_CLOSE.giveUp'] as const;
const REVIEWED = [...CLOSED, 'review', 'answerReview'] as const;

const FRESH: Hours = [1, 30];
const DAYS: Hours = [20, 90];
const WEEKS: Hours = [10 * 24, 24 * 24];
const LONG_SINCE: Hours = [36 * 24, 150 * 24];
/** Of a revisit after closing that nobody has made within its month. */
const TOO_LONG: Hours = [33 * 24, 45 * 24];
const hand = (steps: Story['steps'], idle: Hours, more: Partial<Story> = {}): Story => ({
  ...{ from: 'HAND', steps, idle },
  ...more,
});
const onReport = (steps: Story['steps'], idle: Hours, more: Partial<Story> = {}): Story => ({
  ...{ from: 'REPORT', steps, idle },
  ...more,
});
const onInstruction = (steps: Story['steps'], idle: Hours, more: Partial<Story> = {}): Story => ({
  ...{ from: 'INSTRUCTION', steps, idle },
  ...more,
});

/** Every state has something to look at, and every tray of whoever has an account. */
const STORIES: readonly Story[] = [
  hand([], FRESH),
  hand([], [4 * 24, 9 * 24]),
  onReport([], FRESH),
  hand([], [17 * 24, 19 * 24], { isLate: true }),
  hand(['decide'], DAYS),
  onReport(['decide'], DAYS),
  hand(FILED, FRESH, { grade: 'MAJOR' }),
  onReport(FILED, DAYS),
  hand(GIVEN, FRESH, { at: 'BUREAU' }),
  hand(GIVEN, [70, 80], { at: 'HOME', isLate: true }),
  onReport(GIVEN, FRESH),
  hand(TAKEN, DAYS, { at: 'BUREAU', hasOutsiders: true }),
  hand([...TAKEN, 'object'], FRESH, { at: 'BUREAU' }),
  hand([...TAKEN, 'object', 'reassign'], FRESH),
  hand([...TAKEN, 'object', 'uphold', 'plan', 'log'], DAYS),
  hand(ASKED, DAYS, { at: 'BUREAU', grade: 'MAJOR', hasOutsiders: true }),
  hand(ASKED, [12 * 24, 16 * 24], { at: 'HOME', isLate: true }),
  hand(ASKED, DAYS, { isConcerning: true }),
  hand([...TAKEN, 'FILING.attempt', 'plan', 'log'], DAYS),
  hand([...ASKED, 'log'], [150, 200], { hours: { plan: [170 * 24, 176 * 24] }, grade: 'MAJOR', isLate: true }),
  hand(HANDLED, DAYS, { at: 'BUREAU' }),
  onReport(HANDLED, FRESH, { at: 'HOME' }),
  hand(['decide', 'settle', 'log'], FRESH, { at: 'HOME' }),
  hand(REPORTED, FRESH, { at: 'BUREAU' }),
  hand(REPORTED, [7 * 24, 9 * 24], { isLate: true }),
  hand([...REPORTED, 'PRE_CLOSE.assign'], FRESH, { asks: 'TOWNSHIP' }),
  hand([...REPORTED, 'PRE_CLOSE.assign'], FRESH, { asks: 'VILLAGE', at: 'BUREAU' }),
  onReport([...REPORTED, 'PRE_CLOSE.attempt'], FRESH),
  hand([...REPORTED, ...THRICE], FRESH),
  hand([...REPORTED, ...THRICE, 'PRE_CLOSE.confirm'], FRESH),
  hand([...REPORTED, ...THRICE, 'PRE_CLOSE.confirm', 'PRE_CLOSE.count'], FRESH, { opinion: 'UNKNOWN' }),
  hand(VISITED, FRESH, { at: 'BUREAU' }),
  hand([...VISITED, 'sign'], FRESH, { at: 'BUREAU' }),
  hand([...VISITED, 'sign'], DAYS, { at: 'HOME' }),
  onReport([...VISITED, 'sign', 'sign'], FRESH),
  hand(VISITED, [9 * 24, 12 * 24], { isLate: true }),
  hand(BACK, DAYS, { at: 'BUREAU' }),
  hand([...REPORTED, 'rework'], DAYS),
  hand([...BACK, 'PRE_CLOSE.explain'], [9 * 24, 11 * 24], { isLate: true }),
  hand([...BACK, 'PRE_CLOSE.explain', 'plan', 'log'], DAYS, { at: 'HOME' }),
  hand([...CLOSED, 'POST_CLOSE.complete!'], FRESH, { at: 'BUREAU' }),
  hand([...CLOSED, 'reopen'], DAYS),
  hand([...CLOSED, 'review'], DAYS),
  hand([...REVIEWED, 'finalReview'], DAYS),
  hand([...REVIEWED, 'finalReview', 'answerFinalReview'], [15 * 24, 25 * 24]),
  hand([...REVIEWED], WEEKS),
  hand(['decide'], DAYS, { decision: 'TRANSFERRED' }),
  hand(['decide', 'answer'], WEEKS, { decision: 'TRANSFERRED' }),
  hand(['decide', 'answer'], WEEKS, { decision: 'REDIRECTED', route: 'ARBITRATION' }),
  hand(['decide', 'answer'], WEEKS, { decision: 'REDIRECTED', route: 'LITIGATION' }),
  hand(['decide'], FRESH, { decision: 'REDIRECTED', route: 'ADMINISTRATIVE' }),
  hand(['decide', 'answer'], WEEKS, { decision: 'NOT_ACCEPTED' }),
  hand(['decide', 'cannotTell', 'archive'], WEEKS, { decision: 'NOT_ACCEPTED' }),
  onInstruction(ASKED, DAYS),
];

/** What has come to an end, so many of each. */
const ENDED: readonly (readonly [count: number, story: Story])[] = [
  [7, onInstruction([...CLOSED, 'POST_CLOSE.complete', 'archive'], LONG_SINCE)],
  [6, onInstruction([...CLOSED, 'POST_CLOSE.complete'], WEEKS)],
  [3, onInstruction([...BRIEFLY, 'POST_CLOSE.attempt', 'POST_CLOSE.complete'], WEEKS, { opinion: 'DRAWN' })],
  [3, onInstruction(CLOSED, TOO_LONG)],
  [4, onReport([...CLOSED, 'POST_CLOSE.complete', 'archive'], LONG_SINCE)],
  [5, onReport([...CLOSED, 'POST_CLOSE.complete'], WEEKS)],
  [3, onReport(BRIEFLY, DAYS, { opinion: 'DRAWN' })],
  [2, onReport([...ON_THE_SPOT, 'PRE_CLOSE.complete', ...ALL_SIGN], WEEKS)],
  [4, hand([...CLOSED, 'POST_CLOSE.complete', 'archive'], LONG_SINCE)],
  [4, hand([...CLOSED, 'POST_CLOSE.complete'], WEEKS)],
  [4, hand(CLOSED, [5 * 24, 20 * 24], { hasOutsiders: true })],
  [3, hand([...VISITED, 'sign', 'sign', 'close'], DAYS)],
  [2, hand([...ON_THE_SPOT, 'PRE_CLOSE.complete', ...ALL_SIGN], DAYS, { at: 'HOME' })],
  [2, hand([...CLOSED, 'POST_CLOSE.attempt', 'POST_CLOSE.attempt'], WEEKS)],
  [2, hand(CLOSED, TOO_LONG, { opinion: 'REFUSED' })],
  [3, hand([...BACK, 'PRE_CLOSE.explain', ...AGAIN, 'PRE_CLOSE.complete', ...ALL_SIGN, 'POST_CLOSE.complete'], WEEKS)],
  [
    2,
    hand(
      [...REPORTED, ...THRICE, 'PRE_CLOSE.confirm', 'PRE_CLOSE.count', 'sign', 'sign', 'close', 'cannotTell'],
      WEEKS,
      { opinion: 'UNKNOWN' },
    ),
  ],
  [
    2,
    hand([...CLOSED, 'POST_CLOSE.complete!', 'POST_CLOSE.explain', ...AGAIN, 'PRE_CLOSE.complete', ...ALL_SIGN], WEEKS),
  ],
  [2, hand(CLOSED, [2 * 24, 9 * 24], { at: 'BUREAU', opinion: 'DRAWN' })],
  [1, hand([...CLOSED, 'POST_CLOSE.assign'], WEEKS, { asks: 'TOWNSHIP' })],
  [2, hand([...CLOSED, 'POST_CLOSE.complete', 'archive'], LONG_SINCE, { isTakenBelow: true, grade: 'MAJOR' })],
];

export const EVERY_STORY: readonly Story[] = [
  ...STORIES,
  ...ENDED.flatMap(([count, story]) => Array<Story>(count).fill(story)),
];
