type Match = typeof import('pinyin-match')['default'];

let match: Match | undefined;

/** Its table takes a phone longer to set up than the form takes to be drawn; a sheet of names is opened later. */
export async function fetchPinyin(): Promise<void> {
  match ??= (await import('pinyin-match')).default;
}

/** Whether a name holds what is sought, as written or by its pinyin and initials. */
export const soundsLike = (name: string, sought: string): boolean =>
  name.includes(sought) || (match !== undefined && match.match(name, sought) !== false);

const MOST_SOUNDED = 20;
/** Where Han stand that read so, two at least: from and to. Nothing before the table is there. */
export function sounding(text: string, letters: string): [number, number][] {
  const found: [number, number][] = [];
  for (let from = 0; match && from < text.length && found.length < MOST_SOUNDED; ) {
    const hit = match.match(text.slice(from), letters);
    if (!hit) break;
    const [first, last] = hit;
    if (last > first) found.push([from + first, from + last + 1]);
    from += last + 1;
  }
  return found;
}
