import { pinyin } from 'pinyin-pro';

/** Letters that may be pinyin, and few enough to be read as such in every way. */
const LETTERS = /^[a-z]{2,24}$/;
/** What is hummed (ng) is no syllable. */
const SYLLABLE = /^[a-z]*[aeiouv][a-z]*$/;
/** Longer than any abbreviation that somebody types. */
const MOST_INITIALS = 8;
const MOST_READINGS = 4;

/**
 * A pattern of the Han that letters can stand for, two at least: duanshui and duansh are 断水, and so is ds. Null where they cannot. Only
 * characters of GB 2312 are meant; rarer ones stand in names, whose pinyin is kept beside them.
 */
export function soundOf(letters: string): string | null {
  if (!LETTERS.test(letters)) return null;
  const readings = syllablesOf(letters).map((parts) => parts.join(''));
  const initials = letters.length <= MOST_INITIALS ? [...letters].map(beginning) : [];
  if (initials.length && initials.every(Boolean)) readings.push(initials.join(''));
  return readings.length ? [...new Set(readings)].join('|') : null;
}

/** The classes of every way to cut letters into two syllables or more, the last of which may be unfinished. */
function syllablesOf(letters: string): string[][] {
  const cuts: string[][] = [];
  const cut = (from: number, before: string[]): void => {
    if (cuts.length >= MOST_READINGS) return;
    const rest = letters.slice(from);
    const last = classOf(sounds().get(rest)) || beginning(rest);
    if (before.length && last) cuts.push([...before, last]);
    for (let length = Math.min(LONGEST, rest.length - 1); length > 0; length--) {
      const syllable = classOf(sounds().get(rest.slice(0, length)));
      if (syllable) cut(from + length, [...before, syllable]);
    }
  };
  cut(0, []);
  return cuts;
}
/** zhuang */
const LONGEST = 6;

/** What a pattern takes for one character; empty where there is none. */
const classOf = (characters: readonly string[] | undefined): string =>
  characters?.length ? `[${[...new Set(characters)].join('')}]` : '';

function beginning(letters: string): string {
  const readings = [...sounds()].filter(([syllable]) => syllable.startsWith(letters));
  return classOf(readings.flatMap(([, characters]) => characters));
}

let read: Map<string, string[]> | undefined;
/** What reads so, by syllable without tones. Takes a tenth of a second, once, when somebody first searches by letters. */
function sounds(): Map<string, string[]> {
  if (!read) {
    read = new Map();
    for (const character of gb2312())
      for (const reading of pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true }))
        if (SYLLABLE.test(reading)) read.set(reading, [...(read.get(reading) ?? []), character]);
  }
  return read;
}

function gb2312(): string[] {
  const decoder = new TextDecoder('gb18030');
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, i) => 0xb0 + i);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, i) => 0xa1 + i);
  return rows
    .flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell))))
    .filter((character) => /^\p{Script=Han}$/u.test(character));
}
