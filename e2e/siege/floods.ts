import { startPlatform } from '../platform.ts';
import type { Attack } from './floods/attack.ts';
import { kindsOfAttacks } from './floods/attacks.ts';
import { besiege, type Length, sessionsAt } from './floods/siege.ts';
import { HEADING, lineOf } from './floods/table.ts';
import { wrongCounts, wrongTimes } from './floods/verdict.ts';

/** A heap in which garbage has no room to pile up, so that memory which grows is memory that is held; more than it would end the server. */
const HEAP = '--max-old-space-size=320';
/** Attackers stand behind a proxy that the server trusts, where their addresses matter. */
export const SETTINGS = { TRUST_PROXY: '127.0.0.1', NODE_OPTIONS: HEAP };
const WARM_S = 4;
const QUIET_S = 12;

/** Each attack whose name holds one of the words, on a server and a county of its own; answers how many brought it down. */
export async function floods(words: readonly string[], seconds: number, say: (line: string) => void): Promise<number> {
  const all = Object.values(await kindsOfAttacks()).flat();
  const chosen = all.filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
  if (!chosen.length) throw new Error(`No such attack. There are: ${all.map(({ name }) => name).join(', ')}`);
  say(HEADING);
  let fell = 0;
  for (const attack of chosen) {
    const { line, isHeld } = await underOne(attack, { warm: WARM_S, quiet: QUIET_S, attack: seconds });
    say(line);
    if (!isHeld) fell++;
  }
  say(`\n${chosen.length - fell} held, ${fell} fell`);
  return fell;
}

async function underOne(attack: Attack, length: Length): Promise<{ line: string; isHeld: boolean }> {
  const platform = await startPlatform(1, SETTINGS);
  const [api] = platform.apis;
  try {
    if (!api) throw new Error('no server');
    const field = { api, adminUrl: platform.adminUrl, sessions: await sessionsAt(api.url) };
    const outcome = await besiege(field, [attack], length);
    const wrong = [...wrongCounts(outcome), ...wrongTimes(outcome)];
    return { line: lineOf(outcome, wrong), isHeld: !wrong.length };
  } finally {
    await platform.stop();
  }
}
