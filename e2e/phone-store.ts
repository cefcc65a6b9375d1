import type { Page } from 'playwright-core';

declare function openStore(): Promise<{ all(name: string): Promise<Record<string, unknown>[]>; close(): void }>;

/** Gives the page `openStore`: whatever the app's own code does meanwhile, this looks past it. */
export const givenStore = (page: Page) =>
  page.evaluate(() => {
    const done = <Result>(asked: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    Object.assign(window, {
      openStore: async () => {
        const opening = indexedDB.open('lxq-officer');
        opening.onupgradeneeded = () => opening.transaction?.abort(); // it is the app's to begin
        const db = await done(opening);
        if ((await done(db.transaction('marks').objectStore('marks').count())) === 0)
          throw new Error('it has not begun');
        return {
          count: (name: string) => done(db.transaction(name).objectStore(name).count()),
          keys: (name: string) => done(db.transaction(name).objectStore(name).getAllKeys()),
          all: (name: string) => done(db.transaction(name).objectStore(name).getAll()),
          put: (rows: Record<string, unknown[]>) =>
            new Promise<void>((resolve, reject) => {
              const change = db.transaction(Object.keys(rows), 'readwrite');
              for (const [name, all] of Object.entries(rows)) for (const row of all) change.objectStore(name).put(row);
              change.oncomplete = () => resolve();
              change.onabort = () => reject(change.error);
            }),
          close: () => db.close(),
        };
      },
    });
  });

/** What stands in the phone's store, by table; bytes as numbers. */
export async function inStore(page: Page, table: string): Promise<unknown[]> {
  await givenStore(page);
  return page.evaluate(async (name) => {
    const store = await openStore();
    const rows = await store.all(name);
    store.close();
    return rows.map((row) =>
      row.bytes instanceof ArrayBuffer ? { ...row, bytes: [...new Uint8Array(row.bytes)] } : row,
    );
  }, table);
}
