import type { DBCore, DBCoreDeleteRangeRequest, DBCoreTable, Dexie } from 'dexie';
import type { Row, Shelf } from './shelf.ts';

/*
 * A browser that is killed may find its own IndexedDB corrupted when it is opened again, and then begins an empty one
 * (docs/decisions/0054). What stands nowhere but on this phone is therefore copied to a shelf apart, a moment after each
 * change, and comes back when the store begins empty. An item that was delivered in that moment goes a second time, which the
 * server knows by its id.
 */

/**
 * What nobody else has (answers of the server are asked for again), in the order in which it is copied and comes back, and
 * against which it goes: what is cut short in between leaves no promise without its photos, and none gone without a receipt.
 */
const COPIED = ['bytes', 'parts', 'receipts', 'removed', 'drafts', 'outbox'] as const;
const isCopied = (name: string) => (COPIED as readonly string[]).includes(name);
/** Much changes at once, and an upload says how far it is at each chunk. */
const GATHERED_MS = 100;
/** Of a store that has been compared with the shelf once. */
const BEGUN = 'begun';
/** Rows that are in memory together while all come back: nine photos of 300 kB each weigh on a cheap phone. */
const TOGETHER = 10;

const keyOf = (table: string, id: string) => `${table}/${id}`;
const placeOf = (key: string): [table: string, id: string] => [
  key.slice(0, key.indexOf('/')),
  key.slice(key.indexOf('/') + 1),
];

const inOrder = (keys: Iterable<string>) => {
  const order = COPIED as readonly string[];
  return [...keys].sort((one, other) => order.indexOf(placeOf(one)[0]) - order.indexOf(placeOf(other)[0]));
};

export interface SecondCopy {
  /** Everything committed so far has its copy, or could not be given one. */
  settled(): Promise<void>;
}

/** To be called before the store is opened. */
export function keepSecondCopy(db: Dexie, shelf: Shelf): SecondCopy {
  const changed = new Set<string>();
  let line = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rowOf = (key: string) => db.table<Row, string>(placeOf(key)[0]).get(placeOf(key)[1]);
  const copy = async () => {
    const keys = inOrder(changed);
    changed.clear();
    const gone: string[] = [];
    // A copy that finds no room is none; the store has what it has.
    for (const key of keys)
      await rowOf(key)
        .then((row) => (row ? shelf.put(key, row) : void gone.unshift(key)))
        .catch(() => undefined);
    for (const key of gone) await shelf.drop(key).catch(() => undefined);
  };
  const settled = () => {
    clearTimeout(timer);
    timer = undefined;
    line = line.then(copy);
    return line;
  };
  let isComingBack = false;
  const note = (keys: Iterable<string>) => {
    if (isComingBack) return; // its copy stands
    for (const key of keys) changed.add(key);
    timer ??= setTimeout(settled, GATHERED_MS);
  };
  /** Nothing else is read or written until this is done. */
  const begin = async (opened: Dexie) => {
    const onShelf = await shelf.keys();
    isComingBack = !(await opened.table('marks').get(BEGUN));
    if (isComingBack) await restore(opened, shelf, onShelf).finally(() => (isComingBack = false));
    void compare(opened, onShelf).then(note, () => undefined);
  };

  db.use({ stack: 'dbcore', name: 'second copy', create: (core) => noticing(core, note) });
  db.on('ready', (opened) => begin(opened).catch(() => undefined), true);
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

/** A store without its mark has begun empty, or was left while all came back: the mark comes last. */
async function restore(db: Dexie, shelf: Shelf, onShelf: readonly string[]): Promise<void> {
  for (const name of COPIED) {
    const keys = onShelf.filter((key) => placeOf(key)[0] === name);
    for (let from = 0; from < keys.length; from += TOGETHER) {
      // One that cannot be read keeps none of the others.
      const taken = keys.slice(from, from + TOGETHER).map((key) => shelf.take(key).catch(() => undefined));
      await putBack(
        db,
        name,
        (await Promise.all(taken)).filter((row) => row !== undefined),
      );
    }
  }
  await db.table('marks').put({ key: BEGUN });
}

/** Those that are missing; none once another tab has done, which may have sent some of them since. */
function putBack(db: Dexie, name: string, rows: Row[]): Promise<void> {
  const table = db.table(name);
  return db.transaction('rw', [name, 'marks'], async () => {
    if (await db.table('marks').get(BEGUN)) return;
    for (const row of rows)
      if ((await table.where('clientId').equals(row.clientId).count()) === 0) await table.put(row);
  });
}

/** What a page that went at once has left: changed without its copy, or gone without it. */
async function compare(db: Dexie, onShelf: readonly string[]): Promise<string[]> {
  const here = await Promise.all(
    COPIED.map(async (name) =>
      (await db.table<object, string>(name).toCollection().primaryKeys()).map((id) => keyOf(name, id)),
    ),
  );
  const [ours, theirs] = [new Set(here.flat()), new Set(onShelf)];
  return [...[...ours].filter((key) => !theirs.has(key)), ...[...theirs].filter((key) => !ours.has(key))];
}
