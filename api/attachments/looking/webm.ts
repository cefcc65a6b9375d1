import { Refused } from './examined.ts';

/* Sound in WebM: elements of EBML, each an id, a length, a content. */

const [SEGMENT, INFO, TRACKS, TRACK, CLUSTER] = [0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675];
/** What holds others that are looked at. */
const HOLDING = new Set([SEGMENT, INFO, TRACKS, TRACK]);
const TRACK_TYPE = 0x83;
const VOID = 0xec;
const [VIDEO, AUDIO] = [1, 2];
/** Tags, attached files, chapters; of the whole its title, date, ids and file names, of a track its name; what was left empty, and sums over what is then no longer there. */
const TOLD = new Set([
  ...[0x1254c367, 0x1941a469, 0x1043a770],
  ...[0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb, 0x73a4, 0x3cb923, 0x3eb923, 0x4444],
  ...[0x536e, 0xbf, VOID],
]);
interface Element {
  id: number;
  at: number;
  content: number;
  /** Undefined where a recorder that was still running could not say. */
  end: number | undefined;
}

/** The number at a place, and where it ends; of a length without the bit that says how long it is. */
function numberAt(bytes: Buffer, at: number, most: number, isLength: boolean): { value: number; end: number } {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  const end = at + length;
  if (length > most || end > bytes.length) throw new Refused('BROKEN');
  let value = isLength ? first & (0xff >> length) : first;
  for (let i = at + 1; i < end; i++) value = value * 256 + (bytes[i] as number);
  return { value, end };
}
function elementAt(bytes: Buffer, at: number): Element {
  const id = numberAt(bytes, at, 4, false);
  const length = numberAt(bytes, id.end, 8, true);
  const isUnknown = length.value === 2 ** (7 * (length.end - id.end)) - 1;
  return { id: id.value, at, content: length.end, end: isUnknown ? undefined : length.end + length.value };
}

/** Blanked where it stands, so that nothing else moves. A recording that broke off ends in what it had begun. */
export function webm(bytes: Buffer): Buffer {
  const types: number[] = [];
  for (let at: number | undefined = 0; at !== undefined && at < bytes.length; ) {
    const element = elementAt(bytes, at);
    const { id, end } = element;
    if (TOLD.has(id)) empty(bytes.subarray(at, wholeOf(bytes, element)));
    if (id === TRACK_TYPE) types.push(bytes[wholeOf(bytes, element) - 1] as number);
    at = isEntered(element) ? element.content : end && end <= bytes.length ? end : undefined;
  }
  if (types.includes(VIDEO)) throw new Refused('VIDEO');
  if (!types.includes(AUDIO)) throw new Refused('BROKEN');
  return bytes;
}
const isEntered = ({ id, end }: Element) => HOLDING.has(id) || (id === CLUSTER && end === undefined);
/** Its end, where all of it is there. */
function wholeOf(bytes: Buffer, { end }: Element): number {
  if (end === undefined || end > bytes.length) throw new Refused('BROKEN');
  return end;
}

/** Where a length takes one byte, and where it is given eight. */
const [SHORT, LONG] = [128, 8];
function empty(element: Buffer): void {
  const isShort = element.length <= SHORT;
  element.fill(0);
  element[0] = VOID;
  if (isShort) element[1] = 0x80 | (element.length - 2);
  else {
    element[1] = 0x01;
    element.writeUInt32BE(element.length - 1 - LONG, 5);
  }
}
