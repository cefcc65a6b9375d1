import { extractTextItems, getDocumentProxy } from 'unpdf';
import { docxPart } from '../../platform/papers/text.reading.ts';

/** In millimetres; margins are top, left, right, bottom. */
export interface Measures {
  page: string;
  margins: string;
  pitch: string;
  lines: string;
  characters: string;
  /** Where the issuer's mark begins, from the page's top. */
  mark: string;
}
export const STANDARD: Measures = {
  ...{ page: '210 × 297', margins: '37 28 26 35', pitch: '10.2', lines: '22', characters: '28', mark: '72' },
};

const MM = 25.4 / 72;
const mm = (points: number) => (points * MM).toFixed(1);
interface Piece {
  str: string;
  x: number;
  y: number;
  width: number;
  fontSize: number;
}
const piecesOf = async (pdf: Uint8Array): Promise<Piece[][]> => {
  const { items } = await extractTextItems(new Uint8Array(pdf));
  return items.map((page) => page.filter(({ str }) => str.trim() !== ''));
};

/** Of a PDF its page and mark; its lines and their characters of `full`, the same kind filled with text, on its second page. */
export async function measured(pdf: Uint8Array, full: Uint8Array): Promise<Measures> {
  const [, , width = 0, height = 0] = (await (await getDocumentProxy(new Uint8Array(pdf))).getPage(1)).view;
  const mark = (await piecesOf(pdf))[0]?.find(({ fontSize }) => fontSize > 26);
  const filled = ((await piecesOf(full))[1] ?? []).filter(({ fontSize }) => Math.abs(fontSize - 16) < 0.5);
  const lines = [...Map.groupBy(filled, ({ y }) => Math.round(y))].sort(([a], [b]) => b - a);
  const [top = [0, []], bottom = [0, []]] = [lines[0], lines.at(-1)] as [[number, Piece[]], [number, Piece[]]];
  const right = Math.max(...filled.map((piece) => piece.x + piece.width));
  return {
    page: `${Math.round(width * MM)} × ${Math.round(height * MM)}`,
    // A letter of 16 pt stands on a line 0.88 of it below its top.
    margins: lines.length
      ? [height - top[0] - 14, Math.min(...filled.map(({ x }) => x)), width - right, bottom[0] - 2].map(mm).join(' ')
      : '',
    pitch: lines.length > 1 ? mm((top[0] - bottom[0]) / (lines.length - 1)) : '',
    lines: lines.length ? String(lines.length) : '',
    characters: lines.length ? String(Math.max(...lines.map(([, row]) => charactersIn(row)))) : '',
    mark: mark ? ((height - mark.y - mark.fontSize * 0.88) * MM).toFixed(0) : '',
  };
}
const charactersIn = (row: readonly Piece[]) =>
  row.reduce((sum, { str }) => sum + [...str.replace(/\s/g, '')].length, 0);

/** Of a DOCX, what it declares. */
export function declared(docx: Uint8Array): Measures {
  const xml = docxPart(docx, 'word/document.xml');
  const number = (pattern: RegExp) => Number(pattern.exec(xml)?.[1]);
  const twips = (pattern: RegExp) => Math.round((number(pattern) / 20) * MM);
  const pitch = number(/w:linePitch="(\d+)"/) / 20;
  return {
    page: `${twips(/<w:pgSz w:w="(\d+)"/)} × ${twips(/<w:pgSz[^>]* w:h="(\d+)"/)}`,
    margins: ['top', 'left', 'right', 'bottom']
      .map((side) => twips(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`)))
      .join(' '),
    pitch: mm(pitch),
    lines: String(Math.round(225 / MM / pitch)),
    characters: String(Math.round(156 / MM / (16 + number(/w:charSpace="(-?\d+)"/) / 4096))),
    mark: xml.includes('w:before="1984"') ? '72' : '',
  };
}
