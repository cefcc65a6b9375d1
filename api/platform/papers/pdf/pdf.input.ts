import { type Block, issuerIndent, markPoints, type Paper } from '@lxq/schema/texts/paper.ts';
import { laidOut, type PaperPicture } from '@lxq/schema/texts/pictures.ts';
import { isFoot, isLongFoot } from '../foot.ts';
import { grouped, type Line } from '../rows.ts';

/** A text in pieces; a piece that is itself cut up is one long word without a place to break the line. */
type Pieces = (string | string[])[];

/** More figures or letters than half a line holds are broken wherever the line ends. */
const LONG_WORD = /([^\s\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]{28,})/u;

/** The JSON that the template reads. */
export function pdfInput({ title, author, parts }: Paper): string {
  return JSON.stringify({ title, author, parts: parts.map(part) });
}

function part(blocks: readonly Block[]) {
  const foot = blocks.filter(isFoot);
  return {
    body: grouped(blocks.filter((block) => !isFoot(block))).map((each) =>
      'rows' in each ? { role: 'rows', rows: each.rows.map(cut) } : cut(each),
    ),
    foot: foot.map(cut),
    longFoot: isLongFoot(foot),
  };
}

function cut({ role, key, text, end, words, pictures, isKept }: Line) {
  return {
    isKept,
    ...(role === 'issuerMark' && { size: markPoints({ text }) }),
    ...(role === 'issuance' && { indent: issuerIndent({ text, end }) }),
    ...(pictures && row(pictures)),
    role,
    key,
    text: pieces(text),
    end: pieces(end ?? ''),
    words: words?.map((each) => ({ bold: each.marks !== undefined, text: pieces(each.text) })),
  };
}

/** Their sizes are the paper's, the same in every format. */
function row(pictures: readonly PaperPicture[]) {
  const { lines, sizes } = laidOut(pictures);
  return { lines, pictures: pictures.map(({ sha256, alt }, i) => ({ file: `${sha256}.jpg`, alt, ...sizes[i] })) };
}

function pieces(text: string): Pieces {
  return text.split(LONG_WORD).map((piece, i) => (i % 2 === 1 ? graphemes(piece) : piece));
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
function graphemes(word: string): string[] {
  return Array.from(segmenter.segment(word), ({ segment }) => segment);
}
