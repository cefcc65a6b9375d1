import { type Figure, hasReached } from './measure.ts';

/** What came of one measure: its figures, or why there are none. */
export interface Outcome {
  name: string;
  figures: Figure[];
  failed?: string;
}

/** One that throws does not keep the others from running. */
export async function outcomeOf(name: string, run: () => Promise<Figure[]>): Promise<Outcome> {
  try {
    return { name, figures: await run() };
  } catch (error) {
    console.error(error);
    return { name, figures: [], failed: `failed: ${(error as Error).message}` };
  }
}

const HEAD = ['measure', 'value (low–high)', 'reach', 'stretch', '', 'note'];

/** Markdown, so that the terminal and the page show the same. */
export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ name, figures, failed }) =>
    failed ? [[name, '', '', '', 'failed', failed.split('\n')[0] as string]] : figures.map(cells),
  );
  return [HEAD, HEAD.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cells(figure: Figure): string[] {
  const { measure, value, low, high, reach, stretch, note = '' } = figure;
  const unit = reach.split(' ')[2];
  const verdict = hasReached(figure, reach) ? 'reached' : 'MISSED';
  const stretched = stretch && hasReached(figure, stretch) ? ', stretch too' : '';
  const found = `**${short(value)} ${unit}** (${short(low)}–${short(high)})`;
  return [measure, found, reach, stretch ?? '', `${verdict}${stretched}`, note];
}

function short(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
