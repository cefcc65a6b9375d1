import type { Outcome } from './siege.ts';
import { ratioOf } from './verdict.ts';

const HEAD = [
  'attack',
  'tried/s',
  'admitted/s',
  'refused',
  'attacker’s share of a core',
  'officer’s receipts (slowest)',
  'clerk’s p95 quiet / under attack',
  'server MB before / peak / after',
  '',
];
export const HEADING = [HEAD, HEAD.map(() => '---')].map(rowOf).join('\n');

const MOST_WAYS = 4;

/** Markdown, a line an attack. */
export function lineOf(outcome: Outcome, wrong: readonly string[]): string {
  const { attacks, officer, quiet, under, memory, seconds } = outcome;
  const sum = (of: 'tried' | 'admitted' | 'processor') => attacks.reduce((all, { account }) => all + account[of], 0);
  return rowOf([
    attacks.map(({ attack }) => attack.name).join(', '),
    (sum('tried') / seconds).toFixed(1),
    (sum('admitted') / seconds).toFixed(1),
    attacks.map(({ account }) => waysOf(account.refused)).join('; '),
    `${Math.round((sum('processor') / seconds / 1_000) * 100)} %`,
    `${officer.receipts} of ${officer.sent} (${officer.slowest.toFixed(1)} s)`,
    `${quiet.p95.toFixed(1)} / ${under.p95.toFixed(1)} ms (${ratioOf(outcome).toFixed(2)})`,
    [memory.before, memory.peak, memory.after].map((mb) => mb.toFixed(0)).join(' / '),
    wrong.length ? `**fell**: ${wrong.join('; ')}` : 'held',
  ]);
}

function waysOf(refused: Record<string, number>): string {
  const ways = Object.entries(refused).sort(([, a], [, b]) => b - a);
  const told = ways.slice(0, MOST_WAYS).map(([how, count]) => `${how} × ${count}`);
  return [...told, ...(ways.length > MOST_WAYS ? ['…'] : [])].join(', ') || '–';
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
