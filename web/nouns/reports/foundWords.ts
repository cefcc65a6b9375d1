import { folded } from '@lxq/schema/texts/characters.ts';
import { sounding } from './pinyin.ts';

/** Where the words stand in a text, as search folds both: from and to. Letters that stand nowhere are taken for pinyin. */
export function foundWords(text: string, words: readonly string[]): [number, number][] {
  const { line, at } = foldedLine(text);
  return words.flatMap((word) => {
    const written = placesIn(line, folded(word)).map(([from, to]): [number, number] => [
      at[from] as number,
      at[to] as number,
    ]);
    return written.length === 0 && LETTERS.test(folded(word)) ? sounding(text, folded(word)) : written;
  });
}

const LETTERS = /^[a-z]{2,}$/;
/** White space between Han is a line's end or a padded name, not the end of a word (haystackOf). */
const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;

/** The text as search sees it, and where in the text each of its units begins; the last is the text's end. */
function foldedLine(text: string): { line: string; at: number[] } {
  const dropped = new Set<number>();
  for (const { index, 0: space } of text.matchAll(BETWEEN_HAN))
    for (let i = 0; i < space.length; i += 1) dropped.add(index + i);
  const at: number[] = [];
  let line = '';
  let from = 0;
  for (const character of text) {
    const part = dropped.has(from) ? '' : folded(character);
    for (let i = 0; i < part.length; i += 1) at.push(from);
    line += part;
    from += character.length;
  }
  return { line, at: [...at, text.length] };
}

function placesIn(line: string, word: string): [number, number][] {
  const found: [number, number][] = [];
  for (let from = line.indexOf(word); word && from >= 0; from = line.indexOf(word, from + word.length))
    found.push([from, from + word.length]);
  return found;
}
