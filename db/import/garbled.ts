/*
 * Text that was saved in one encoding and read in another. UTF-8 read as GBK is Han as well, only nonsense (成武县 → 鎴愭鍘?); GBK or
 * UTF-8 read as Latin text is letters with accents (³ÉÎäÏØ). Whatever turns back into sound Chinese was garbled.
 */

const HAN = /\p{Script=Han}/u;
const LOST = /锟斤拷|烫烫烫|屯屯屯/;
const UNKNOWN = '（无法复原）';

/** What the text probably was, or undefined when it is sound. */
export function garbledFrom(text: string): string | undefined {
  if (!/[^\x20-\x7e]/.test(text)) return undefined;
  if (LOST.test(text)) return UNKNOWN;
  return HAN.test(text) ? readAsGbk(text) : readAsLatin(text);
}

/** A character may have lost its last byte on the way; two bytes of GBK that are UTF-8 as well do not occur in sound text. */
function readAsGbk(text: string): string | undefined {
  const bytes = [...text].flatMap((character) => gbkBytes().get(character) ?? []);
  const before = new TextDecoder().decode(Uint8Array.from(bytes));
  const [found, lost] = [matches(before, /\p{Script=Han}/gu), matches(before, /\uFFFD/g)];
  return found >= 2 && lost <= 1 + matches(text, /[?\uFFFD\p{Co}]/gu) && found > lost ? before : undefined;
}

function readAsLatin(text: string): string | undefined {
  const bytes = [...text].map((character) => LATIN.get(character) ?? character.charCodeAt(0));
  if (/[A-Za-z]/.test(text) || bytes.some((byte) => byte > 0xff) || bytes.filter((byte) => byte > 0x7f).length < 4)
    return undefined;
  return ['utf-8', 'gb18030'].map((encoding) => decoded(bytes, encoding)).find((before) => before && onlyHan(before));
}

function decoded(bytes: number[], encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

const onlyHan = (text: string) => /^[\p{Script=Han}\p{P}\p{N}\s]+$/u.test(text) && HAN.test(text);
const matches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Windows gives signs to most bytes that Latin-1 leaves to controls. */
const LATIN = new Map(
  Array.from({ length: 32 }, (_, i) => [new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + i)), 0x80 + i]),
);

let gbk: Map<string, number[]> | undefined;
/** Every character that GBK writes in two bytes, made from the decoder when first needed. */
function gbkBytes(): Map<string, number[]> {
  if (gbk) return gbk;
  gbk = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && character !== '\uFFFD') gbk.set(character, [lead, trail]);
    }
  }
  for (let byte = 0x20; byte < 0x7f; byte++) if (byte !== 0x3f) gbk.set(String.fromCharCode(byte), [byte]); // “?” is what was lost
  return gbk;
}
