import { createInflateRaw } from 'node:zlib';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Refused } from './examined.ts';
import { chartedBy, isRead, isWorkbook, refuseActive, refuseActivePart } from './office.ts';

const { unpacked: limit } = LIMITS.attachment;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
/** Here a larger number would stand elsewhere: four gigabytes, which no document of ours has. */
const BEYOND = 0xffffffff;
/** Little text packs well, and is no bomb. */
const SMALL = 10 * 1024 * 1024;

interface Entry {
  name: string;
  method: number;
  unpacked: number;
  at: number;
  /** What is packed of it, in the file. */
  from: number;
  to: number;
}

/** What may be unpacked of a document, what it holds in turn included. */
interface Room {
  left: number;
}

/** An office document is an archive: the names of what is in it, once all of it was seen to be harmless, by what it says of itself and by counting while it is unpacked. */
export const namesIn = (bytes: Buffer): Promise<Set<string>> => lookedThrough(bytes, { left: limit.bytes }, true);

async function lookedThrough(bytes: Buffer, room: Room, isOutermost: boolean): Promise<Set<string>> {
  const entries = entriesOf(bytes);
  refuseByList(entries, { isOutermost, most: Math.min(room.left, Math.max(SMALL, bytes.length * limit.ratio)) });
  const read = new Map<string, Buffer>();
  for (const entry of entries) {
    const { length, content } = await unpacked(bytes, entry, Math.min(room.left, entry.unpacked));
    room.left -= length;
    if (content) read.set(entry.name, content);
  }
  const charted = new Set([...read].flatMap(([name, content]) => chartedBy(name, content)));
  for (const [name, content] of read)
    if (isWorkbook(name) && !(charted.has(name) && (await lookedThrough(content, room, false)).has('xl/workbook.xml')))
      throw new Refused('EMBEDDED');
  return new Set(entries.map(({ name }) => name));
}
function refuseByList(entries: readonly Entry[], { isOutermost, most }: { isOutermost: boolean; most: number }): void {
  for (const { name } of entries) {
    if (/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)|\0/i.test(name)) throw new Refused('PATHS');
    refuseActive(name, isOutermost);
  }
  if (entries.reduce((sum, { unpacked: said }) => sum + said, 0) > most) throw new Refused('BOMB');
}

/** The list at its end, which is all that an office program reads. Nothing stands behind it, and nothing before the first file. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = endOf(bytes);
  const [count, at] = [bytes.readUInt16LE(end + 10), bytes.readUInt32LE(end + 16)];
  if (count > limit.entries || at === BEYOND) throw new Refused('BOMB');
  const entries: Entry[] = [];
  for (let i = 0, next = at; i < count; i++) {
    if (next + 46 > end || bytes.readUInt32LE(next) !== ENTRY) throw new Refused('BROKEN');
    if (bytes.readUInt16LE(next + 8) & 1) throw new Refused('LOCKED');
    const nameEnd = next + 46 + bytes.readUInt16LE(next + 28);
    const [packed, unpacked, begins] = [20, 24, 42].map((of) => bytes.readUInt32LE(next + of)) as Three;
    if ([packed, unpacked, begins].includes(BEYOND)) throw new Refused('BOMB');
    const name = bytes.toString('utf8', next + 46, nameEnd);
    const method = bytes.readUInt16LE(next + 10);
    entries.push({ name, method, unpacked, at: begins, ...placeOf(bytes, begins, packed) });
    next = nameEnd + bytes.readUInt16LE(next + 30) + bytes.readUInt16LE(next + 32);
  }
  if (entries.length === 0 || bytes.readUInt32LE(0) !== LOCAL) throw new Refused('BROKEN');
  refuseShared(entries, at);
  return entries;
}
type Three = [number, number, number];
function placeOf(bytes: Buffer, at: number, packed: number): Pick<Entry, 'from' | 'to'> {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new Refused('BROKEN');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw new Refused('BROKEN');
  return { from, to: from + packed };
}
/** No byte is two entries', nor an entry's and the list's: else a few would unpack to as much as there are entries. */
function refuseShared(entries: readonly Entry[], list: number): void {
  const inOrder = entries.toSorted((a, b) => a.at - b.at);
  for (const [i, { to }] of inOrder.entries()) if (to > (inOrder[i + 1]?.at ?? list)) throw new Refused('BOMB');
}
function endOf(bytes: Buffer): number {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - 0xffff); at--)
    if (bytes.readUInt32LE(at) === END && at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  throw new Refused('BROKEN');
}

/** What an entry really unpacks to, and what of it is read; given up as soon as it is more than it may be. */
async function unpacked(
  bytes: Buffer,
  { name, from, to, method }: Entry,
  most: number,
): Promise<{ length: number; content?: Buffer }> {
  const packed = bytes.subarray(from, to);
  if (method === STORED && packed.length <= most) return { length: packed.length, ...contentOf(name, packed) };
  if (method !== DEFLATED) throw new Refused(method === STORED ? 'BOMB' : 'BROKEN');
  const inflate = createInflateRaw();
  inflate.end(packed);
  const read: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of inflate) {
      length += (chunk as Buffer).length;
      if (length > most) throw new Refused('BOMB');
      if (isRead(name)) read.push(chunk as Buffer);
    }
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('BROKEN');
  }
  return { length, ...contentOf(name, Buffer.concat(read)) };
}
function contentOf(name: string, content: Buffer): { content?: Buffer } {
  if (!isRead(name)) return {};
  refuseActivePart(name, content);
  return { content };
}
