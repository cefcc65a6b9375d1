import type { FoldedFigures } from './folded-figures.ts';

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u;
const PARTED = /(?<=\p{Script=Han})[\s\p{Default_Ignorable_Code_Point}]+(?=\p{Script=Han})/gu;
/** All but Han, their comma and stop, and ASCII, which stay as they are. */
const CHANGING = /[^\u4e00-\u9fff\u3001\u3002!-~ \n\r\t]/gu;

/**
 * A text as it is read and not as it is set: without what nobody sees, without the spaces and line breaks that part one Han from
 * the next (张　伟), letters in half width; with where each of its characters stood.
 */
export function condensed(text: string): FoldedFigures {
  const parted = new Set<number>();
  for (const { index, 0: gap } of text.matchAll(PARTED)) for (let i = 0; i < gap.length; i++) parted.add(index + i);
  const folded: FoldedFigures = { plain: '', starts: [], ends: [] };
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (!parted.has(at) && !INVISIBLE.test(character)) {
      folded.plain += narrow(character);
      for (let i = 0; i < character.length; i++) {
        folded.starts.push(at);
        folded.ends.push(end);
      }
    }
    at = end;
  }
  return folded;
}

/** The same without where its characters stood: most texts hold nothing that is looked for. */
export const condensedText = (text: string): string =>
  text.replace(PARTED, '').replace(CHANGING, (character) => (INVISIBLE.test(character) ? '' : narrow(character)));

/** One character for one. */
function narrow(character: string): string {
  const compatible = character.normalize('NFKC');
  return compatible.length === character.length ? compatible : character;
}
