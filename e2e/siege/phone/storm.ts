import { setTimeout as sleep } from 'node:timers/promises';
import { randomFrom } from '@lxq/db/demo/random.ts';
import pg from 'pg';
import type { Platform } from '../../platform.ts';
import { filled } from './filled.ts';
import { type Phone, signedInPhone } from './phone.ts';
import { notCopied, type Promised, repeated, type Store, storeOf, waitingOn } from './queue.ts';

export const VICTIMS = ['api', 'browser', 'tab'] as const;
export type Victim = (typeof VICTIMS)[number];

/** Of so many times that the browser is killed, once it has lost its store. */
const THROWN_AWAY = 4;

export interface Outcome {
  reports: number;
  attachments: number;
  killed: Record<Victim, number>;
  /** Promised, and not stored with every attachment as it was promised. */
  lost: string[];
  twice: string[];
  /** Gone from the queue at some killing, while the server had not all of it or the phone no receipt of every hash. */
  unproven: string[];
  /** Still on the phone at the end. */
  stuck: string[];
  /** What the phone says of those. */
  reasons: string[];
  seconds: number;
}

/** A phone sends `reports`, each with four attachments, while the api, the browser or the page is killed `kills` times. */
export async function storm(
  platform: Platform,
  { reports, kills, seed, log }: { reports: number; kills: number; seed: number; log: (line: string) => void },
): Promise<Outcome> {
  const phone = await signedInPhone(platform.url, 'officer');
  const stored = new pg.Client(platform.adminUrl);
  await stored.connect();
  try {
    await filled(phone.page);
    const promised = await repeated(phone.page, reports);
    await phone.closeTab(); // it had no network until now
    // A promise counts once its copy stands; these were written past the app, which copies them now.
    while ((await notCopied(phone.page).catch(() => 1)) > 0) await sleep(100);
    const before = Date.now();
    const unproven = new Set<string>();
    const killed = { api: 0, browser: 0, tab: 0 };
    const random = randomFrom(`storm ${seed}`);
    const [api] = platform.apis;
    const kill: Record<Victim, () => Promise<void>> = {
      api: async () => {
        await api?.kill();
        await api?.restart();
        // The phone would hear of it within minutes; its officer, who sees the bar come back, at once.
        await phone.page.evaluate(() => dispatchEvent(new Event('online'))).catch(() => undefined);
      },
      browser: () => phone.pullBattery(killed.browser % THROWN_AWAY !== 0),
      tab: () => phone.closeTab(),
    };
    let left = reports;
    for (let n = 0; n < kills && left > 0; n++) {
      // So many more are sent until the next killing that the last one falls among the last reports; where in one, chance says.
      const pace = Math.floor((left / (kills - n)) * 2 * random.next());
      left = await until(phone, (waiting) => waiting <= left - pace, log);
      await sleep(random.next() * 250);
      const victim = VICTIMS[Math.floor(random.next() * VICTIMS.length)] ?? 'api';
      await kill[victim]();
      killed[victim]++;
      const store = await storeAfter(phone);
      for (const id of await unprovenOf(stored, promised, store)) unproven.add(id);
      if (n % 20 === 19) log(`${n + 1} killed, ${left} reports left, ${Math.round((Date.now() - before) / 1_000)} s`);
    }
    await until(phone, (waiting) => waiting === 0, log);
    const end = await storeAfter(phone);
    for (const id of await unprovenOf(stored, promised, end)) unproven.add(id);
    return {
      reports,
      attachments: promised.reduce((sum, { hashes }) => sum + hashes.length, 0),
      killed,
      ...(await countedOf(stored, promised)),
      unproven: [...unproven],
      stuck: end.waiting,
      reasons: end.reasons,
      seconds: Math.round((Date.now() - before) / 1_000),
    };
  } finally {
    await stored.end();
    await phone.throwAway();
  }
}

/** What waits once `isEnough` of it has gone, or nothing has gone for a minute and a half. */
async function until({ page }: Phone, isEnough: (waiting: number) => boolean, log: (line: string) => void) {
  let last = Number.POSITIVE_INFINITY;
  for (let at = Date.now(); Date.now() < at + 90_000; await sleep(50)) {
    const waiting = await waitingOn(page).catch(() => last);
    if (isEnough(waiting)) return waiting;
    if (waiting < last) at = Date.now();
    last = waiting;
  }
  log(`nothing has gone for a minute and a half: ${last} wait at ${page.url()}`);
  return last;
}

/** A page that is being opened has no store to ask yet. */
async function storeAfter({ page }: Phone): Promise<Store> {
  for (const end = Date.now() + 30_000; ; await sleep(50)) {
    try {
      return await storeOf(page);
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

interface Row {
  client_id: string;
  hashes: string[];
}
/** Reports with the hashes of what has arrived of each, in order. */
async function rowsOf(stored: pg.Client, ids: string[]): Promise<Row[]> {
  const { rows } = await stored.query<Row>(
    `select r.client_id, coalesce(array_agg(a.sha256 order by a.sha256) filter (where a.state = 'ARRIVED'), '{}') as hashes
     from report r left join attachment a on a.county_code = r.county_code and a.subject = 'REPORT' and a.subject_id = r.id
     where r.client_id = any($1) group by r.county_code, r.id, r.client_id`,
    [ids],
  );
  return rows;
}
const isAll = (hashes: string[], arrived: readonly string[]) => hashes.toSorted().join() === arrived.toSorted().join();

async function unprovenOf(stored: pg.Client, promised: Promised[], store: Store): Promise<string[]> {
  const waiting = new Set(store.waiting);
  const gone = promised.filter(({ clientId }) => !waiting.has(clientId));
  const receipts = new Map(store.receipts.map(({ clientId, hashes }) => [clientId, hashes]));
  const rows = await rowsOf(
    stored,
    gone.map(({ clientId }) => clientId),
  );
  const arrived = new Map(rows.map(({ client_id, hashes }) => [client_id, hashes]));
  return gone
    .filter(
      ({ clientId, hashes }) =>
        !isAll(hashes, receipts.get(clientId) ?? []) || !isAll(hashes, arrived.get(clientId) ?? []),
    )
    .map(({ clientId }) => clientId);
}

async function countedOf(stored: pg.Client, promised: Promised[]): Promise<Pick<Outcome, 'lost' | 'twice'>> {
  const rows = await rowsOf(
    stored,
    promised.map(({ clientId }) => clientId),
  );
  const of = (id: string) => rows.filter(({ client_id }) => client_id === id);
  const ids = promised.map(({ clientId }) => clientId);
  return {
    lost: promised
      .filter(({ clientId, hashes }) => !of(clientId).some((row) => isAll(hashes, row.hashes)))
      .map(({ clientId }) => clientId),
    twice: ids.filter((id) => of(id).length > 1),
  };
}
