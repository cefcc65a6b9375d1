import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, signIn } from '../../platform.ts';
import { type Attack, TURNED, type Turned } from './attack.ts';
import type { Account } from './attacker.child.ts';
import { attacker } from './attacker.ts';
import { type MemoryWatch, watchMemory } from './memory.ts';
import { clerkAtDesk, type Looked } from './victims/clerk.ts';
import { colleagueAtDoor, type SignedIn } from './victims/colleague.ts';
import { officerAtWork, type Sent } from './victims/officer.ts';

/** What stood and what fell while these attacks ran at once. */
export interface Outcome {
  seconds: number;
  attacks: { attack: Attack; account: Account }[];
  officer: Sent;
  quiet: Looked;
  under: Looked;
  colleagues: SignedIn[];
  memory: MemoryWatch;
  /** Afterwards it answers that it is ready. */
  isReady: boolean;
}
export interface Field {
  api: Pick<Api, 'url' | 'pid'>;
  adminUrl: string;
  sessions: Sessions;
}
export type Sessions = Record<Turned | 'officer' | 'county.clerk', string>;
/** Of the clerk at the desk, before anything happens and while it does. */
export interface Length {
  warm: number;
  quiet: number;
  attack: number;
}

/** What the last reports may take once the attack is over. */
const PATIENCE_MS = 30_000;

/** Signed in once: guessing is an attack of its own. */
export async function sessionsAt(url: string): Promise<Sessions> {
  const accounts = [...TURNED, 'officer', 'county.clerk'] as const;
  const tokens: [string, string][] = [];
  for (const account of accounts) tokens.push([account, await signIn(url, account)]);
  return Object.fromEntries(tokens) as Sessions;
}

/** The officer and the clerk work; then they are attacked, and work on. */
export async function besiege({ api, adminUrl, sessions }: Field, attacks: Attack[], length: Length): Promise<Outcome> {
  const { url, pid } = api;
  const attackers = await Promise.all(attacks.map(() => attacker()));
  const clerk = clerkAtDesk(url, sessions['county.clerk']);
  try {
    const officer = await officerAtWork(url, adminUrl, sessions.officer);
    await clerk.look(length.warm);
    const quiet = await clerk.look(length.quiet);
    const memory = watchMemory(pid);
    const guests = attacks.flatMap(({ colleague }) => (colleague ? [colleague] : []));
    const colleagues = await Promise.all(guests.map((guest) => colleagueAtDoor(url, guest)));
    const order = { url, adminUrl, tokens: sessions, seconds: length.attack };
    const running = Promise.all(attackers.map((one, i) => one.attack({ ...order, name: (attacks[i] as Attack).name })));
    const under = await clerk.look(length.attack);
    const accounts = await running;
    const end = performance.now() + PATIENCE_MS;
    const sent = await officer.finish(() => performance.now() < end && !memory.seen.hasEnded);
    const signedIn = await Promise.all(colleagues.map((one) => one.finish()));
    await sleep(1_000); // what is still closing closes
    memory.stop();
    return {
      seconds: length.attack,
      attacks: attacks.map((attack, i) => ({ attack, account: accounts[i] as Account })),
      officer: sent,
      quiet,
      under,
      colleagues: signedIn,
      memory: memory.seen,
      isReady: await isReady(url),
    };
  } finally {
    for (const one of attackers) one.end();
    await clerk.leave();
  }
}

const isReady = (url: string) =>
  fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
