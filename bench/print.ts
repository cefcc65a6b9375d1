import { type Figure, hasReached } from './measure.ts';

/** What came of one measure: its figures, or why there are none. */
export interface Outcome {
  name: string;
  figures: Figure[];
  failed?: string;
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
  const { measure, value, low, high, unit, bound, reach, stretch, note = '' } = figure;
  const target = (limit: number) => `${bound === 'most' ? '≤' : '≥'} ${limit} ${unit}`;
  const verdict = hasReached(figure, reach) ? 'reached' : 'MISSED';
  const stretched = stretch !== undefined && hasReached(figure, stretch) ? ', stretch too' : '';
  return [
    measure,
    `**${short(value)} ${unit}** (${short(low)}–${short(high)})`,
    target(reach),
    stretch === undefined ? '' : target(stretch),
    `${verdict}${stretched}`,
    note,
  ];
}

function short(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}
