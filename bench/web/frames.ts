import type { CDPSession, Page } from 'playwright-core';

/** How a page kept drawing: every frame the compositor was asked for, and what became of it. */
export interface Frames {
  seconds: number;
  /** Frames put on the screen a second: over all, and in the worst second. */
  mean: number;
  worst: number;
  /** The longest time between two of them, in milliseconds. */
  longest: number;
}

/**
 * Chromium's own trace of the frames it drew while `work` ran. The page is made to ask for every frame, as one that
 * scrolls does: a page at rest draws none, and says nothing.
 */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  const cdp = await page.context().newCDPSession(page);
  const restless = await page.evaluateHandle(keepDrawing);
  try {
    await cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline.frame', 'devtools.timeline.frame'] },
    });
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    return framesOf(await drawnFrames(cdp), seconds);
  } finally {
    await restless.evaluate((stop) => stop());
    await cdp.detach();
  }
}

/** Runs in the page: a dot on a layer of its own moves in every frame, which costs the page next to nothing. */
function keepDrawing(): () => void {
  const dot = document.createElement('div');
  dot.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1px;background:#a8201a;will-change:transform';
  document.body.append(dot);
  let isOn = true;
  const turn = (now: number) => {
    dot.style.transform = `translateX(${Math.round(now) % 100}px)`;
    if (isOn) requestAnimationFrame(turn);
  };
  requestAnimationFrame(turn);
  return () => {
    isOn = false;
    dot.remove();
  };
}

/** Microseconds at which a frame was drawn. */
async function drawnFrames(cdp: CDPSession): Promise<number[]> {
  const drawn: number[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, ts } of value as unknown as { name: string; ts: number }[])
      if (name === 'DrawFrame') drawn.push(ts);
  });
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  return drawn.sort((a, b) => a - b);
}

function framesOf(drawn: readonly number[], seconds: number): Frames {
  const begun = drawn[0] ?? 0;
  const inSecond = Array.from({ length: Math.max(1, Math.floor(seconds)) }, (_, second) => {
    const from = begun + second * 1e6;
    return drawn.filter((at) => at >= from && at < from + 1e6).length;
  });
  const gaps = drawn.slice(1).map((at, i) => (at - (drawn[i] as number)) / 1000);
  return { seconds, mean: drawn.length / seconds, worst: Math.min(...inSecond), longest: Math.max(0, ...gaps) };
}
