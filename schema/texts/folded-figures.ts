/** A text with its figures as ASCII, whatever they were typed as, and where each of its characters stood (UTF-16 offsets). */
export interface FoldedFigures {
  plain: string;
  /** `starts[i]` and `ends[i]` of the i-th character of `plain` in the text itself. */
  starts: number[];
  ends: number[];
}

const CHINESE = '〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺两';
const VALUES = '00123456789123456789' + '12';
const FIGURE = `[0-9０-９${CHINESE}]`;
/** Seven and more in a row are a number that is told figure by figure; fewer are a count, a year or a village. */
const TOLD = new RegExp(`${FIGURE}(?:[\\s·、,，.．_\\-–—]{0,3}${FIGURE}){6,}`, 'gu');

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
const WRAPPED = /^[(（]?([0-9])[)）.．]?$/;

export function foldFigures(text: string): FoldedFigures {
  const told = text.replace(TOLD, (run) => run.replace(/./gu, figureOf));
  const folded: FoldedFigures = { plain: '', starts: [], ends: [] };
  let at = 0;
  for (const character of told) {
    if (isHan(character) || !INVISIBLE.test(character)) {
      folded.plain += plainOf(character);
      folded.starts.push(at);
      folded.ends.push(at + character.length);
    }
    at += character.length;
  }
  return folded;
}

/** Most of a text, told apart without a look at the tables of Unicode. */
const isHan = (character: string) => character >= '\u4e00' && character <= '\u9fff';

function figureOf(character: string): string {
  const found = CHINESE.indexOf(character);
  return found < 0 ? character : (VALUES[found] ?? character);
}

/** ١ and १ are 1: of every script the ten figures stand in a row. */
const FIGURE_OF_ANY = /\p{Nd}/u;
function figureValue(figure: string): string {
  const at = figure.codePointAt(0) ?? 0;
  let zero = at;
  while (FIGURE_OF_ANY.test(String.fromCodePoint(zero - 1))) zero--;
  return String((at - zero) % 10);
}

/** One character for one: ① and ⒈ are 1, 𝟏 and １ as well. */
function plainOf(character: string): string {
  if (character <= '\x7f' || isHan(character)) return character;
  if (character === '￥') return '¥';
  if (character === '⓪' || character === '⓿') return '0';
  const dark = '❶❷❸❹❺❻❼❽❾'.indexOf(character);
  if (dark >= 0) return String(dark + 1);
  if (FIGURE_OF_ANY.test(character)) return figureValue(character);
  const compatible = character.normalize('NFKC');
  const figure = WRAPPED.exec(compatible)?.[1] ?? compatible;
  return [figure, character].find(({ length }) => length === 1) ?? '\ufffd'; // keeps its place
}
