export interface Row {
  clientId: string;
}

/** Where second copies stand, by table and id. Apart from the store whose rows they are: what happens to one leaves the other. */
export interface Shelf {
  keys(): Promise<string[]>;
  take(key: string): Promise<Row | undefined>;
  put(key: string, row: Row): Promise<void>;
  drop(key: string): Promise<void>;
}

/** No server has it; the service worker asks nobody for it. */
const FOLDER = '/second-copy/';

/** In the browser's cache store, which keeps a file a row; null where there is none. */
export function shelfIn(caches: CacheStorage | undefined): Shelf | null {
  if (!caches) return null;
  const open = () => caches.open('second-copy');
  return {
    keys: async () => (await (await open()).keys()).map(({ url }) => new URL(url).pathname.slice(FOLDER.length)),
    take: async (key) => {
      const kept = await (await open()).match(FOLDER + key);
      if (!kept) return undefined;
      if (kept.headers.has('content-type')) return kept.json();
      return { clientId: key.slice(key.indexOf('/') + 1), bytes: await kept.arrayBuffer() };
    },
    put: async (key, row) => {
      const answer = 'bytes' in row ? new Response(row.bytes as ArrayBuffer) : Response.json(row);
      await (await open()).put(FOLDER + key, answer);
    },
    drop: async (key) => void (await (await open()).delete(FOLDER + key)),
  };
}
