/** A stream of numbers that a seed decides: the demo county is the same wherever and whenever it is made. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
}

/** Mulberry32; a text as seed is folded by FNV-1a, so that streams can be named. */
export function randomFrom(seed: string): Random {
  let state = fold(seed);
  return {
    next() {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
    },
  };
}

/** Both ends included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random.next() * (high - low + 1));
}

export function chance(random: Random, likelihood: number): boolean {
  return random.next() < likelihood;
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random.next() * list.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
}

/** A function that picks by weight; built once, asked often. */
export function picker<T>(list: readonly T[], weightOf: (each: T) => number): (random: Random) => T {
  const ends: number[] = [];
  let total = 0;
  for (const each of list) {
    total += weightOf(each);
    ends.push(total);
  }
  return (random) => {
    const target = random.next() * total;
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return list[low] as T;
  };
}

export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const mixed = [...list];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}

/** A UUIDv7 of an instant, in milliseconds. */
export function uuidAt(random: Random, at: number): string {
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0');
  const part = (bits: number) => Math.floor(random.next() * 2 ** bits);
  const hex = (n: number, width: number) => n.toString(16).padStart(width, '0');
  const variant = hex(0x8000 | part(14), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(part(12), 3)}-${variant}-${hex(part(24), 6)}${hex(part(24), 6)}`;
}

function fold(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
