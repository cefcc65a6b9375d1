import type { Page } from 'playwright-core';
import { givenStore } from '../../phone-store.ts';

/** The rows of a phone's own store (web/device/local-db.ts), as far as they are looked at here. */
interface Attached {
  clientId: string;
  sha256: string;
  size: number;
}
interface Item {
  clientId: string;
  state: string;
  queuedAt: number;
  failure: { code: string } | null;
  attempts: number;
  pause: unknown;
  held: unknown;
  lease: unknown;
  promised: { draft: { clientId: string; fields: { content: string }; attachments: Attached[] } };
}
interface Tables {
  outbox: Item;
  parts: Attached & { draftId: string; promise: string };
  bytes: { clientId: string; bytes: ArrayBuffer };
  receipts: { clientId: string; hashes?: string[] };
}
interface Opened {
  count(name: keyof Tables): Promise<number>;
  keys(name: keyof Tables): Promise<string[]>;
  all<Name extends keyof Tables>(name: Name): Promise<Tables[Name][]>;
  put(rows: { [Name in keyof Tables]?: Tables[Name][] }): Promise<void>;
  close(): void;
}
declare function openStore(): Promise<Opened>;

export interface Store {
  waiting: string[];
  failed: { clientId: string; code: string | undefined }[];
  receipts: { clientId: string; hashes: string[] }[];
  /** Of each that waits: its state, tries, what it met, and for how long it is not tried. */
  reasons: string[];
}

/** How many wait on the phone: asked twenty times a second, it must not read them. */
export async function waitingOn(page: Page): Promise<number> {
  await givenStore(page);
  return page.evaluate(async () => {
    const store = await openStore();
    const count = await store.count('outbox');
    store.close();
    return count;
  });
}

/** How much of what waits stands on the shelf of second copies (web/device/shelf.ts) not yet. */
export async function notCopied(page: Page): Promise<number> {
  await givenStore(page);
  return page.evaluate(async () => {
    const store = await openStore();
    const rows = (['outbox', 'parts', 'bytes'] as const).map(async (name) =>
      (await store.keys(name)).map((id) => `${name}/${id}`),
    );
    const here = (await Promise.all(rows)).flat();
    store.close();
    const copies = await (await caches.open('second-copy')).keys();
    const copied = new Set(copies.map(({ url }) => new URL(url).pathname.slice('/second-copy/'.length)));
    return here.filter((key) => !copied.has(key)).length;
  });
}

/** What waits on the phone, and what it has a receipt of. */
export async function storeOf(page: Page): Promise<Store> {
  await givenStore(page);
  return page.evaluate(async () => {
    const store = await openStore();
    const [items, receipts] = await Promise.all([store.all('outbox'), store.all('receipts')]);
    store.close();
    const failed = items.filter(({ state }) => state === 'FAILED');
    return {
      waiting: items.map(({ clientId }) => clientId),
      failed: failed.map(({ clientId, failure }) => ({ clientId, code: failure?.code })),
      reasons: items.map(({ clientId, state, attempts, failure, pause, held, lease }) =>
        JSON.stringify({ clientId, state, attempts, code: failure?.code, now: Date.now(), pause, held, lease }),
      ),
      receipts: receipts.map(({ clientId, hashes = [] }) => ({ clientId, hashes })),
    };
  });
}

export interface Promised {
  clientId: string;
  hashes: string[];
}

/** Repeats the one report that waits until there are `count`, each with its own id, words and pictures; gives what each promises. */
export async function repeated(page: Page, count: number): Promise<Promised[]> {
  await givenStore(page);
  return page.evaluate(async (wanted) => {
    const idLike = (id: string, n: number) => id.slice(0, 24) + n.toString(16).padStart(12, '0');
    const hashOf = async (bytes: ArrayBuffer) =>
      Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
        byte.toString(16).padStart(2, '0'),
      ).join('');
    const store = await openStore();
    const [[item], parts, bytes] = await Promise.all([store.all('outbox'), store.all('parts'), store.all('bytes')]);
    if (!item) throw new Error('nothing waits');
    const { draft } = item.promised;
    const promised = [{ clientId: item.clientId, hashes: draft.attachments.map(({ sha256 }) => sha256) }];
    for (let n = 1; n < wanted; n++) {
      const clientId = idLike(item.clientId, n);
      const rows = { parts: [] as typeof parts, bytes: [] as typeof bytes };
      const attachments = [];
      for (const [place, one] of draft.attachments.entries()) {
        const part = parts.find((row) => row.clientId === one.clientId);
        const picture = bytes.find((row) => row.clientId === one.clientId);
        if (!part || !picture) throw new Error('an attachment is not there');
        // After a picture's end nothing is drawn: other bytes, the same picture.
        const others = new Uint8Array(picture.bytes.byteLength + 8);
        others.set(new Uint8Array(picture.bytes));
        const mark = n * 16 + place + 1;
        new DataView(others.buffer).setUint32(picture.bytes.byteLength, mark);
        const own = {
          clientId: idLike(one.clientId, mark),
          sha256: await hashOf(others.buffer),
          size: others.byteLength,
        };
        attachments.push({ ...one, ...own });
        rows.parts.push({ ...part, ...own, draftId: clientId, promise: clientId });
        rows.bytes.push({ clientId: own.clientId, bytes: others.buffer });
      }
      const fields = { ...draft.fields, content: `${draft.fields.content}第${n}件。` };
      const repeatedDraft = { ...draft, clientId, fields, attachments };
      const outbox = [
        { ...item, clientId, queuedAt: item.queuedAt + n, promised: { ...item.promised, draft: repeatedDraft } },
      ];
      await store.put({ outbox, ...rows });
      promised.push({ clientId, hashes: attachments.map(({ sha256 }) => sha256) });
    }
    store.close();
    return promised;
  }, count);
}
