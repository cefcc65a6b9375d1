import { launchBrowser } from '@lxq/e2e/browser.ts';
import { type Paint, paintOf, type Seen } from '@lxq/e2e/first-paint.ts';
import { median } from '@lxq/e2e/median.ts';
import { type Figure, interleave, type Measure, spreadOf } from '../measure.ts';
import { type Burst, burstAt } from '../web/burst.ts';

const PAINTS = 5;
const BURSTS = 3;
/** A neighbour county takes the burst's reports: no other measure counts there. */
const BURST_COUNTY = 990320;
const SIGN_IN: Seen = { path: '/', words: '.sign-in-form label', action: '.sign-in-form button[type=submit]' };
const FIRST_SCREEN: Seen = { path: '/', words: '.report-form-head h1', action: '.tiles-topics .tile' };

export const measure: Measure = {
  run: async (bench) => {
    const server = await bench.serve();
    const browser = await launchBrowser();
    try {
      const token = await bench.token({ role: 'OFFICER' });
      await paintOf(browser, server.url, token, FIRST_SCREEN); // the server's own first answer is not measured
      const seen = await interleave(PAINTS, {
        signIn: () => paintOf(browser, server.url, null, SIGN_IN),
        officer: () => paintOf(browser, server.url, token, FIRST_SCREEN),
      });
      const township = { county: BURST_COUNTY, township: 1 };
      const clerk = await bench.token({ role: 'TOWNSHIP_CLERK', ...township });
      const officer = await bench.token({ role: 'OFFICER', ...township, village: 1 });
      const bursts: Burst[] = [];
      for (let round = 0; round < BURSTS; round++) bursts.push(await burstAt(browser, server.url, clerk, officer));
      return [
        paintFigure('first paint on slow 4G: the sign-in, nothing cached', seen.signIn),
        paintFigure('first paint on slow 4G: an officer’s first screen, nothing cached', seen.officer),
        burstFigure(bursts),
      ];
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

/** Counted is the screen's own words, not the first mark of any kind. */
function paintFigure(name: string, paints: readonly Paint[]): Figure {
  const seconds = (of: (paint: Paint) => number) => (median(paints.map(of)) / 1000).toFixed(2);
  return {
    measure: name,
    ...spreadOf(paints.map(({ first, words }) => Math.max(first, words) / 1000)),
    reach: '≤ 2.5 s',
    note:
      `Chromium's own first contentful paint ${seconds((p) => p.first)} s, main action ${seconds((p) => p.action)} s; ` +
      `${median(paints.map(({ kB }) => kB)).toFixed(0)} kB in ${median(paints.map(({ requests }) => requests))} requests; ` +
      '1.6 Mbit/s, 150 ms, CPU ÷ 4, 390 px',
  };
}

function burstFigure(bursts: readonly Burst[]): Figure {
  const middle = (of: (burst: Burst) => number) => median(bursts.map(of)).toFixed(0);
  return {
    measure: 'frames while 500 reports come in on a clerk’s full queue',
    ...spreadOf(bursts.map(({ mean }) => mean)),
    reach: '≥ 50 frames/s',
    note:
      `frames that the page's own thread got; worst second ${middle((b) => b.worst)}, longest gap ${middle((b) => b.longest)} ms; ` +
      `${middle((b) => b.rows)} rows, sent in ${middle((b) => b.sentInSeconds)} s; ` +
      'browser, server, database and sender share the same two cores',
  };
}
