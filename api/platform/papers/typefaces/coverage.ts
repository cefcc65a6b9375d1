import { COVERAGE } from './coverage.generated.ts';

let known: Set<number> | undefined;

/** Every character that the PDF can print: Song, Hei, the signs of phones, and rare Han. */
export function printableCharacters(): Set<number> {
  if (known) return known;
  known = new Set();
  let at = 0;
  for (const run of COVERAGE.trim().split(/\s+/)) {
    const [gap = 0, more = 0] = run.split('.').map((figures) => Number.parseInt(figures, 36));
    for (let i = 0; i <= more; i++) known.add(at + gap + i);
    at += gap + more;
  }
  return known;
}

/** What of a text would be an empty box on paper, each character once. White space and what nobody sees takes no glyph. */
export function unprintableIn(text: string): string[] {
  const characters = printableCharacters();
  const missing = [...text].filter((character) => !characters.has(character.codePointAt(0) ?? 0));
  return [...new Set(missing)].filter((character) => !/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(character));
}
