import { dayOf, minuteOf } from '@lxq/schema/calendar.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { printable } from '@lxq/schema/texts/printable.ts';
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { badInput } from '../contract/errors.ts';
import { filled } from '../contract/words.ts';
import { settled } from '../papers/docx/docx.archive.ts';
import { font, PAGE, SIZE, STYLES } from '../papers/docx/docx.style.ts';
import { aboutOf, definitionsOf } from './sheet.about.ts';
import { type ColumnKind, figureOf, type Sheet, type SheetCell } from './sheet.ts';
import { SHEET_WORDS } from './sheet.words.ts';

/** What somebody puts into a paper of theirs. The document is made as a whole, so it stays small: longer ones are refused, never cut. */
export const DOCX_ROWS = SERVER_LIMITS.tableExport.docxRows;
const DOCX_COLUMNS = 63; // Word's own
/** Wider than this the page lies on its side. */
const UPRIGHT_COLUMNS = 5;
const SIDEWAYS = PAGE.size.height - PAGE.margin.left - PAGE.margin.right;

/** A table under its title with question, scope and time, in the hand of the papers; what its columns mean stands behind it. */
export async function* toDocxTable(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const { columns, title, asOf } = sheet;
  if (columns.length > DOCX_COLUMNS) throw badInput('columns', ...filled(SHEET_WORDS.tooWide, { max: DOCX_COLUMNS }));
  const isUpright = columns.length <= UPRIGHT_COLUMNS;
  const body = await bodyOf(sheet);
  const [heading, ...about] = aboutOf(sheet);
  const definitions = definitionsOf(sheet);
  const width = isUpright ? PAGE.textWidth : SIDEWAYS;
  const file = new Document({
    title: printable(title),
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE.size, orientation: isUpright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE },
            margin: PAGE.margin,
          },
        },
        children: [
          line(heading?.[1] ?? '', { alignment: AlignmentType.CENTER, size: SIZE.three, face: 'heading' }),
          ...about.map(([label, text]) => line(`${label}：${text}`)),
          table(
            [columns.map(({ name }) => name), ...body],
            width,
            columns.map(({ kind }) => kind),
          ),
          ...(definitions.length > 0 ? [line(''), table(definitions, width)] : []),
          line(''), // a table may not end a document
        ],
      },
    ],
  });
  yield settled(await Packer.toBuffer(file), { title, author: '', date: dayOf(asOf), parts: [] });
}

async function bodyOf({ rows, columns }: Sheet): Promise<string[][]> {
  const body: string[][] = [];
  for await (const row of rows) {
    if (body.length === DOCX_ROWS) throw badInput('format', ...filled(SHEET_WORDS.tooLong, { max: DOCX_ROWS }));
    body.push(columns.map(({ kind }, i) => textOf(row[i] ?? null, kind)));
  }
  return body;
}
function textOf(value: SheetCell, kind: ColumnKind): string {
  if (value === null) return '';
  if (kind === 'NUMBER') return String(figureOf(value));
  if (kind === 'PERCENT') return `${figureOf(value)}%`;
  return value instanceof Date ? minuteOf(value) : String(value);
}

interface Hand {
  alignment?: 'left' | 'center' | 'right';
  size?: number;
  face?: Parameters<typeof font>[0];
}
const line = (text: string, { alignment = 'left', size = SIZE.small, face = 'body' }: Hand = {}) =>
  new Paragraph({ alignment, children: [new TextRun({ text: printable(text), size, font: font(face) })] });

/** The first row is the heading and stands on every page. */
function table(rows: readonly string[][], width: number, kinds: readonly ColumnKind[] = []): Table {
  const [heading = []] = rows;
  const each = Math.floor(width / Math.max(1, heading.length));
  const cell = (text: string, x: number, isHeading: boolean) => {
    const alignment = isHeading ? 'center' : /NUMBER|PERCENT/.test(kinds[x] ?? '') ? 'right' : 'left';
    return new TableCell({
      width: { size: each, type: WidthType.DXA },
      children: [line(text, { alignment, face: isHeading ? 'heading' : 'body' })],
    });
  };
  return new Table({
    width: { size: each * heading.length, type: WidthType.DXA },
    columnWidths: heading.map(() => each),
    layout: TableLayoutType.FIXED,
    rows: rows.map(
      (texts, y) =>
        new TableRow({
          tableHeader: y === 0,
          cantSplit: true,
          children: texts.map((text, x) => cell(text, x, y === 0)),
        }),
    ),
  });
}
