import type { Block, Paper } from '@lxq/schema/texts/paper.ts';
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
  WidthType,
} from 'docx';
import { isFoot, isLongFoot } from '../foot.ts';
import { settled } from './docx.archive.ts';
import { font, LOOKS, PAGE, RULE, SIZE, STYLES } from './docx.style.ts';

/** The same bytes for the same paper. */
export async function toDocx(paper: Paper): Promise<Uint8Array> {
  const { title, author, parts } = paper;
  const file = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: parts.map(section),
  });
  return settled(await Packer.toBuffer(file), paper);
}

function section(blocks: readonly Block[]): ISectionOptions {
  const foot = blocks.filter(isFoot);
  return {
    properties: {
      page: { size: PAGE.size, margin: PAGE.margin },
      grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch: PAGE.linePitch, charSpace: PAGE.charSpace },
    },
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
    children: [
      ...blocks.filter((block) => !isFoot(block)).map(paragraph),
      ...(foot.length > 0 ? [footTable(foot), lastLine()] : []),
    ],
  };
}

function paragraph(block: Block): Paragraph {
  const level = { section: HeadingLevel.HEADING_1, title: HeadingLevel.HEADING_2 }[block.role as string];
  return new Paragraph({
    ...LOOKS[block.role].paragraph,
    ...(level && { heading: level }),
    children: [content(block)].flat(),
  });
}

function content(block: Block) {
  const { run } = LOOKS[block.role];
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

/** A table may not end a document; this line anchors it to the last page and takes next to no room. */
function lastLine(): Paragraph {
  return new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [new TextRun({ text: '', size: 2 })] });
}

/** — 7 — in 四号宋体, one character in from the edge. */
function pageNumber(alignment: 'left' | 'right'): Footer {
  const number = new TextRun({ font: font('page'), size: SIZE.four, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({
    children: [new Paragraph({ alignment, indent: { left: 280, right: 280 }, children: [number] })],
  });
}
