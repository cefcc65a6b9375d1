import type { DBCore, DBCoreDeleteRangeRequest, DBCoreTable } from 'dexie';
import type { LocalDb } from './local-db.ts';
import type { Shelf } from './shelf.ts';

/*
 * A browser that is killed may find its own IndexedDB corrupted when it is opened again, and then begins an empty one
 * (docs/decisions/0054). What stands nowhere but on this phone is therefore copied to a shelf apart, a moment after each
 * change, and comes back when the store begins empty. An item that was delivered in that moment goes a second time, which the
 * server knows by its id.
 */

/** What nobody else has. Answers of the server are asked for again. */
const COPIED = ['drafts', 'outbox', 'receipts', 'parts', 'bytes', 'removed'] as const;
const isCopied = (name: string) => (COPIED as readonly string[]).includes(name);
/** Much changes at once, and an upload says how far it is at each chunk. */
const GATHERED_MS = 100;
/** Of a store that has been compared with the shelf once. */
const BEGUN = 'begun';

const keyOf = (table: string, id: string) => `${table}/${id}`;
const placeOf = (key: string): [table: string, id: string] => [
  key.slice(0, key.indexOf('/')),
  key.slice(key.indexOf('/') + 1),
];

export interface SecondCopy {
  /** Everything committed so far has its copy, or could not be given one. */
  settled(): Promise<void>;
}

/** To be called before the store is opened. */
export function keepSecondCopy(db: LocalDb, shelf: Shelf): SecondCopy {
  const changed = new Set<string>();
  let line = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const copy = async (key: string) => {
    const [table, id] = placeOf(key);
    const row = await db.table(table).get(id);
    await (row ? shelf.put(key, row) : shelf.drop(key));
  };
  const settled = () => {
    clearTimeout(timer);
    timer = undefined;
    line = line.then(async () => {
      const keys = [...changed];
      changed.clear();
      // A copy that finds no room is none; the store has what it has.
      for (const key of keys) await copy(key).catch(() => undefined);
    });
    return line;
  };
  const note = (keys: Iterable<string>) => {
    for (const key of keys) changed.add(key);
    timer ??= setTimeout(settled, GATHERED_MS);
  };

  db.use({ stack: 'dbcore', name: 'second copy', create: (core) => noticing(core, note) });
  db.on('ready', (opened) => begin(opened as LocalDb, shelf, note).catch(() => undefined), true);
  return { settled };
}

/** Tells of each change before it is made: whoever reads the row then waits until it is committed, or undone. */
function noticing(core: DBCore, note: (keys: Iterable<string>) => void): DBCore {
  return {
    ...core,
    table: (name) => {
      const table = core.table(name);
      if (!isCopied(name)) return table;
      return {
        ...table,
        mutate: (request) => {
          const tell = (ids: readonly string[]) => note(ids.map((id) => keyOf(name, id)));
          if (request.type === 'deleteRange')
            void within(table, request).then(tell); // asked before it goes
          else tell(request.type === 'delete' ? request.keys : request.values.map(({ clientId }) => clientId));
          return table.mutate(request);
        },
      };
    },
  };
}

async function within(table: DBCoreTable, { trans, range }: DBCoreDeleteRangeRequest): Promise<string[]> {
  const query = { index: table.schema.primaryKey, range };
  return (await table.query({ trans, values: false, query })).result;
}

/** A store without its mark has begun empty: whatever stands on the shelf comes back, in one step with the mark. */
async function begin(db: LocalDb, shelf: Shelf, note: (keys: Iterable<string>) => void): Promise<void> {
  const onShelf = await shelf.keys();
  if (!(await db.marks.get(BEGUN))) await restore(db, shelf, onShelf);
  void compare(db, onShelf).then(note, () => undefined);
}

async function restore(db: LocalDb, shelf: Shelf, onShelf: readonly string[]): Promise<void> {
  const rows = await Promise.all(onShelf.map(async (key) => ({ key, row: await shelf.take(key) })));
  await db.transaction('rw', [...COPIED, 'marks'], async () => {
    for (const { key, row } of rows) {
      const [table, id] = placeOf(key);
      if (row && isCopied(table) && !(await db.table(table).get(id))) await db.table(table).put(row);
    }
    await db.marks.put({ key: BEGUN });
  });
}

/** What a page that went at once has left: changed without its copy, or gone without it. */
async function compare(db: LocalDb, onShelf: readonly string[]): Promise<string[]> {
  const here = await Promise.all(
    COPIED.map(async (name) =>
      (await db.table<object, string>(name).toCollection().primaryKeys()).map((id) => keyOf(name, id)),
    ),
  );
  const [ours, theirs] = [new Set(here.flat()), new Set(onShelf)];
  return [...[...ours].filter((key) => !theirs.has(key)), ...[...theirs].filter((key) => !ours.has(key))];
}
