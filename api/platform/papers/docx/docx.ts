import type { Block, BlockRole, Paper } from '@lxq/schema/texts/paper.ts';
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  type IRunOptions,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { isFoot, isLongFoot } from '../foot.ts';
import type { PictureBytes } from '../pictures.ts';
import { grouped, type Line, type Rows } from '../rows.ts';
import { settled } from './docx.archive.ts';
import { pictureRow } from './docx.pictures.ts';
import { font, lookOf, PAGE, ROWS, RULE, SIZE, STYLES, twoLines } from './docx.style.ts';

/** The same bytes for the same paper. */
export async function toDocx(paper: Paper, pictures: PictureBytes = new Map()): Promise<Uint8Array> {
  const { title, author, parts } = paper;
  const file = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: parts.map((part) => section(part, pictures)),
  });
  return settled(await Packer.toBuffer(file), paper);
}

function section(blocks: readonly Block[], pictures: PictureBytes): ISectionOptions {
  const foot = blocks.filter(isFoot);
  return {
    properties: {
      page: { size: PAGE.size, margin: PAGE.margin },
      grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: PAGE.linePitch, charSpace: PAGE.charSpace },
    },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
    children: endedByALine([
      ...endedByALine(grouped(blocks.filter((block) => !isFoot(block))).flatMap((block) => drawn(block, pictures))),
      ...(foot.length > 0 ? [footTable(foot)] : []),
    ]),
  };
}

/** A table may not end a document, nor stand against the next one: this line anchors it to the last page and takes next to no room. */
const endedByALine = (children: (Paragraph | Table)[]) =>
  children.at(-1) instanceof Table ? [...children, gap(20)] : children;

function drawn(block: Line | Rows, pictures: PictureBytes): (Paragraph | Table)[] {
  if ('rows' in block) return [gap(ROWS.gap, true), rowsTable(block.rows), gap(ROWS.gap)];
  if (block.pictures) return [pictureRow(block.pictures, pictures)];
  const two = twoLines(block);
  if (!two) return [paragraph(block)];
  const { paragraph: look, run } = lookOf(block);
  return [
    new Paragraph({ ...look, ...two.first, children: [text(block.text, run)] }),
    new Paragraph({ ...look, ...two.second, children: [text(block.end ?? '', { ...run, ...two.run })] }),
  ];
}

/** The rows of a sheet: what each is called, and what stands in it. */
function rowsTable(rows: readonly Block[]): Table {
  const widths = [ROWS.label, PAGE.textWidth - ROWS.label] as const;
  const cell = (words: string, column: 0 | 1, block: Block) => {
    const { paragraph: look, run } = lookOf(block);
    const label = { alignment: AlignmentType.CENTER };
    return new TableCell({
      ...{ width: { size: widths[column], type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER },
      children: [
        new Paragraph({
          ...{ ...look, ...(column === 0 && label) },
          children: [text(words, column === 0 ? { ...run, font: font('heading') } : run)],
        }),
      ],
    });
  };
  const line = { style: BorderStyle.SINGLE, size: ROWS.rule };
  return new Table({
    rows: rows.map((row) => new TableRow({ children: [cell(row.text, 0, row), cell(row.end ?? '', 1, row)] })),
    ...{
      width: { size: PAGE.textWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
    },
    margins: { top: ROWS.margin / 2, bottom: ROWS.margin / 2, left: ROWS.margin, right: ROWS.margin },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
  });
}

function paragraph(block: Line): Paragraph {
  const level = LEVELS[block.role];
  return new Paragraph({
    ...lookOf(block).paragraph,
    ...(level && { heading: level }),
    ...(block.isKept && { keepNext: true }),
    children: [content(block)].flat(),
  });
}

const LEVELS: Partial<Record<BlockRole, 'Heading1' | 'Heading2'>> = {
  ...{ section: HeadingLevel.HEADING_1, title: HeadingLevel.HEADING_2 },
  ...{ clause: HeadingLevel.HEADING_1, subclause: HeadingLevel.HEADING_2 },
};

function content(block: Block) {
  const { run } = lookOf(block);
  if (block.words) return block.words.map((each) => text(each.text, each.marks ? { ...run, bold: true } : run));
  if (block.end !== undefined) return new TextRun({ ...run, children: [block.text, new Tab(), block.end] });
  if (block.key && block.role.startsWith('contents')) {
    return new InternalHyperlink({ anchor: block.key, children: [text(block.text, run)] });
  }
  return block.key ? new Bookmark({ id: block.key, children: [text(block.text, run)] }) : text(block.text, run);
}

function text(words: string, run: Partial<IRunOptions>): TextRun {
  return new TextRun({ ...run, text: words });
}

/**
 * 版记: at the foot of the last page, unless so many are named that it must flow. LibreOffice lets a table as wide as the
 * text float only when its left edge is measured from the page.
 */
function footTable(foot: Block[]): Table {
  return new Table({
    rows: foot.map(
      (block) => new TableRow({ cantSplit: true, children: [new TableCell({ children: [paragraph(block)] })] }),
    ),
    width: { size: PAGE.textWidth, type: WidthType.DXA },
    columnWidths: [PAGE.textWidth],
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 60, left: 0, right: 0 },
    borders: {
      top: { style: BorderStyle.SINGLE, size: RULE.outer },
      bottom: { style: BorderStyle.SINGLE, size: RULE.outer },
      insideHorizontal: { style: BorderStyle.SINGLE, size: RULE.inner },
      left: { style: BorderStyle.NONE },
      right: { style: BorderStyle.NONE },
    },
    ...(!isLongFoot(foot) && {
      float: {
        horizontalAnchor: TableAnchorType.PAGE,
        absoluteHorizontalPosition: PAGE.margin.left,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      },
    }),
  });
}

/** A line without words, so many twips high. */
function gap(twips: number, isKept = false): Paragraph {
  return new Paragraph({
    ...{ spacing: { line: twips, lineRule: 'exact' }, ...(isKept && { keepNext: true }) },
    children: [new TextRun({ text: '', size: 2 })],
  });
}

/** — 7 — in 四号宋体, one character in from the edge. */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const number = new TextRun({ font: font('page'), size: SIZE.four, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({
    children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [number] })],
  });
}
