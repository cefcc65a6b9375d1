type Match = typeof import('pinyin-match')['default'];

let match: Match | undefined;

/** Where found words are marked: its table is large, and comes when letters are sought. */
export async function fetchPinyin(): Promise<void> {
  match ??= (await import('pinyin-match')).default;
}

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
