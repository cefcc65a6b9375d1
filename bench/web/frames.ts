import type { Page } from 'playwright-core';

/** How a page kept drawing. */
export interface Frames {
  /** Frames a second that the page's own thread got: over all, and in the worst second. */
  mean: number;
  worst: number;
  /** The longest time between two of them, in milliseconds. */
  longest: number;
}

/** The page asks for every frame while `work` runs, as one that scrolls does: one that its own thread is too busy for does not come. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  const stop = await page.evaluateHandle(() => {
    const drawn: number[] = [];
    let next = 0;
    const turn = (now: number) => {
      drawn.push(now);
      next = requestAnimationFrame(turn);
    };
    next = requestAnimationFrame(turn);
    return () => {
      cancelAnimationFrame(next);
      return drawn;
    };
  });
  await work();
  return framesOf(await stop.evaluate((drawnUntilNow) => drawnUntilNow()));
}

function framesOf(drawn: readonly number[]): Frames {
  const begun = drawn[0] ?? 0;
  const seconds = ((drawn.at(-1) ?? 0) - begun) / 1000;
  const inSecond = Array.from({ length: Math.max(1, Math.floor(seconds)) }, (_, second) => {
    const from = begun + second * 1000;
    return drawn.filter((at) => at >= from && at < from + 1000).length;
  });
  const gaps = drawn.slice(1).map((at, i) => at - (drawn[i] as number));
  return { mean: gaps.length / seconds, worst: Math.min(...inSecond), longest: Math.max(0, ...gaps) };
}
