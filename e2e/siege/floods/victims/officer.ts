import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ask } from '../../../platform.ts';
import { type Draft, makeDraft, untilReceipt } from '../../sending.ts';

const EVERY_MS = 1_000;

export interface Sent {
  sent: number;
  receipts: number;
  /** Seconds from when a report was finished to its receipt; Infinity for one without. */
  slowest: number;
  /** Reports that are not there exactly once, under the number that the receipt names. */
  astray: number;
}
export interface Officer {
  /** No more reports; those that wait are sent for as long as `hasTime`. */
  finish(hasTime: () => boolean): Promise<Sent>;
}

/** Finishes a report a second and sends one after the other, each until it has a receipt, as a phone does. */
export async function officerAtWork(url: string, adminUrl: string, token: string): Promise<Officer> {
  const { place, topic } = await dutiesOf(url, token);
  const drafts: { draft: Draft; at: number }[] = [];
  const receipts = new Map<string, string>();
  let slowest = 0;
  let hasTime = () => true;
  let isWriting = true;
  const writing = (async () => {
    for (let next = performance.now(); isWriting; next += EVERY_MS, await sleep(Math.max(0, next - performance.now())))
      drafts.push({ draft: makeDraft(place, topic, drafts.length), at: performance.now() });
  })();
  const sending = (async () => {
    for (let i = 0; hasTime() && (isWriting || i < drafts.length); ) {
      const next = drafts[i];
      if (!next) {
        await sleep(20);
        continue;
      }
      const receipt = await untilReceipt(url, token, next.draft, () => hasTime()).catch(() => null);
      slowest = Math.max(slowest, receipt ? (performance.now() - next.at) / 1_000 : Number.POSITIVE_INFINITY);
      if (receipt) receipts.set(next.draft.clientId, receipt);
      i++;
    }
  })();
  return {
    finish: async (stillHasTime) => {
      isWriting = false;
      hasTime = stillHasTime;
      await Promise.all([writing, sending]);
      const astray = await countAstray(adminUrl, receipts);
      const isMissing = receipts.size < drafts.length;
      return {
        sent: drafts.length,
        receipts: receipts.size,
        slowest: isMissing ? Number.POSITIVE_INFINITY : slowest,
        astray,
      };
    },
  };
}

interface Duties {
  viewer: { post: { area: { code: string } } };
  terms: { code: string; parentCode: string | null; isProblem: boolean; isActive: boolean }[];
}
async function dutiesOf(url: string, token: string): Promise<{ place: string; topic: string }> {
  const query = '{ viewer { post { area { code } } } terms(kind: TOPIC) { code parentCode isProblem isActive } }';
  const { data, errors } = await ask<Duties>(url, token, query);
  const topic = data?.terms.find((term) => term.isActive && term.parentCode && term.isProblem);
  if (!data || !topic) throw new Error(`the officer has nothing to report: ${errors?.[0]?.message}`);
  return { place: data.viewer.post.area.code, topic: topic.code };
}

async function countAstray(adminUrl: string, receipts: Map<string, string>): Promise<number> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  const { rows } = await client.query<{ client_id: string; ids: string[] }>(
    'select client_id, array_agg(id::text) as ids from report where client_id = any($1) group by client_id',
    [[...receipts.keys()]],
  );
  await client.end();
  const right = rows.filter(({ client_id, ids }) => ids.length === 1 && ids[0] === receipts.get(client_id));
  return receipts.size - right.length;
}
