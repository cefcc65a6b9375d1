import type { CaseStep, Story } from './case-stories.ts';
import type { Desk } from './desk.ts';
import { type Random, randomFrom } from './random.ts';
import { type Hours, hoursOf } from './way.ts';
import { HOUR, whenOpen } from './working-hours.ts';

const HOURS: Partial<Record<CaseStep, Hours>> = {
  ...{ decide: [2, 40], settle: [0.3, 2], file: [0.5, 8], assign: [1, 8], signFor: [1, 7], coSign: [0.5, 6] },
  ...{ object: [6, 30], uphold: [5, 20], reassign: [5, 20], plan: [2, 9], log: [3, 16], draftResult: [6, 26] },
  ...{ submitResult: [1, 8], rework: [4, 20], sign: [1, 12], close: [1, 12], answer: [1, 16] },
  ...{ cannotTell: [7 * 24, 9 * 24], reopen: [3 * 24, 10 * 24], review: [5 * 24, 20 * 24] },
  ...{ answerReview: [10 * 24, 22 * 24], finalReview: [4 * 24, 16 * 24], answerFinalReview: [10 * 24, 22 * 24] },
  archive: [31 * 24, 42 * 24],
  ...{ 'FILING.attempt': [3, 12], 'FILING.complete': [4, 24] },
  ...{ 'PRE_CLOSE.assign': [1, 6], 'PRE_CLOSE.attempt': [24, 26], 'PRE_CLOSE.complete': [6, 60] },
  ...{ 'PRE_CLOSE.complete!': [6, 60], 'PRE_CLOSE.giveUp': [0.3, 2], 'PRE_CLOSE.confirm': [3, 20] },
  ...{ 'PRE_CLOSE.count': [3, 20], 'PRE_CLOSE.explain': [3, 30] },
  ...{
    'POST_CLOSE.assign': [24, 60],
    'POST_CLOSE.attempt': [4 * 24, 9 * 24],
    'POST_CLOSE.complete': [6 * 24, 18 * 24],
  },
  ...{ 'POST_CLOSE.complete!': [5 * 24, 20 * 24], 'POST_CLOSE.explain': [3, 30] },
};
export interface Times {
  openedAt: number;
  steps: { step: CaseStep; at: number }[];
}
interface Pace {
  desk: Desk;
  /** The same for the same case: tried again, steps take as long. */
  seed: string;
}

/** From an opening on, each step while offices are open; `share` of its usual hours. */
function layOut({ steps, hours = {} }: Story, start: number, { desk, seed }: Pace, share = 1): Times {
  const random = randomFrom(seed);
  const openedAt = whenOpen(start, desk.calendar, random);
  let at = openedAt;
  return {
    openedAt,
    steps: steps.map((step) => {
      at = whenOpen(at + share * hoursOf(hours[step] ?? HOURS[step] ?? [1, 8], random), desk.calendar, random);
      return { step, at };
    }),
  };
}
const lastOf = ({ openedAt, steps }: Times) => steps.at(-1)?.at ?? openedAt;

/** Opened so long ago that its last step was as long ago as the story has it. */
export function endingAt(story: Story, pace: Pace): Times {
  const random: Random = randomFrom(`${pace.seed} idle`);
  const end = pace.desk.now - hoursOf(story.idle, random);
  let start = end;
  let times = layOut(story, start, pace);
  for (let tries = 0; lastOf(times) > end; tries++) {
    if (tries > 40) throw new Error(`no time for ${story.steps.join()}`);
    start -= Math.max(tries * HOUR, lastOf(times) - end); // over a holiday openings do not move by hours
    times = layOut(story, start, pace);
  }
  return times;
}

/** Opened at a moment and closed by another; undefined where that leaves too little time, or where it is not over yet. */
export function beginningAt(
  story: Story,
  { start, closedBy }: { start: number; closedBy: number },
  pace: Pace,
): Times | undefined {
  for (const share of [1, 0.7, 0.5, 0.3]) {
    const times = layOut(story, start, pace, share);
    const closed = times.steps.find(({ step }) => step === 'close')?.at ?? lastOf(times);
    const after = times.steps.filter(({ at }) => at > closed);
    const whole = layOut({ ...story, steps: after.map(({ step }) => step) }, closed, pace);
    if (closed < closedBy && lastOf(whole) < pace.desk.now)
      return { openedAt: times.openedAt, steps: [...times.steps.filter(({ at }) => at <= closed), ...whole.steps] };
  }
  return undefined;
}
