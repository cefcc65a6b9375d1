import { NOUNS } from '@lxq/schema/nouns.ts';
import { guardNames, type Transition } from '@lxq/schema/transitions.ts';
import words from '../web/i18n/words.zh.ts';

/** `npm run machines`: every deed of every noun with where it leads, who does it, what must hold, and what it is called. */
const COLUMNS = ['deed', 'word', 'from', 'to', 'by', 'guards', 'asks', 'mutation', 'tells'];

const word = (deed: string) => (words.deed as Record<string, string>)[deed] ?? '';
function lineOf(deed: string, row: Transition<string, never>): string[] {
  const { from, to, leads, by, asks, mutation, many, tells } = row;
  const guards = guardNames(row).join(' ');
  return [
    ...[deed, word(deed), from.join(' '), leads ? `${to} (or as it stood)` : to, by.join(' '), guards],
    ...[asks ?? '', [mutation, many].filter(Boolean).join(' '), tells ?? ''],
  ];
}

for (const [noun, { machine }] of Object.entries(NOUNS)) {
  if (Object.keys(machine).length === 0) continue;
  const lines = Object.entries(machine).map(([deed, row]) => lineOf(deed, row as never));
  console.log(`\n## ${noun}\n`);
  for (const line of [COLUMNS, COLUMNS.map(() => '---'), ...lines]) console.log(`| ${line.join(' | ')} |`);
}
