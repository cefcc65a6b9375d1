import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Front, Tally } from './attack.ts';
import { kindsOfAttacks } from './attacks.ts';

/** What one attacker has done, told when time is up. */
export interface Account extends Pick<Tally, 'tried' | 'admitted' | 'refused' | 'faults'> {
  /** Milliseconds of processor that it used, which the server and the victims did not have. */
  processor: number;
}
export interface Order extends Omit<Front, 'until'> {
  name: string;
  seconds: number;
}
/** An attacker that hangs on an answer is told that it is over. */
const GRACE_MS = 500;

// On two cores the attacker would steal what it is measured by: whatever else is running goes first.
os.setPriority(os.constants.priority.PRIORITY_LOW);
process.on('uncaughtException', (error) => console.error('attacker:', error));
const attacks = Object.values(await kindsOfAttacks()).flat();
process.on('message', async ({ name, seconds, ...front }: Order) => {
  const attack = attacks.find((one) => one.name === name);
  if (!attack) throw new Error(`no such attack: ${name}`);
  const tally = new Tally();
  const before = process.cpuUsage();
  const run = attack.run({ ...front, until: performance.now() + seconds * 1_000 }, tally);
  await Promise.race([run, sleep(seconds * 1_000 + GRACE_MS)]);
  const { user, system } = process.cpuUsage(before);
  const { tried, admitted, refused, faults } = tally;
  const account: Account = { tried, admitted, refused, faults, processor: (user + system) / 1_000 };
  process.send?.(account, () => process.exit());
});
process.send?.('ready');
