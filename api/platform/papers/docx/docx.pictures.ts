import { laidOut, type PaperPicture } from '@lxq/schema/texts/pictures.ts';
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { bytesOf, type PictureBytes } from '../pictures.ts';
import { PAGE } from './docx.style.ts';

const NONE = { style: BorderStyle.NONE } as const;
const BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
/** What the writer counts in. */
const pixels = (millimetres: number) => (millimetres / 25.4) * 96;

/**
 * Pictures side by side, in a row exactly as many lines high as they take: a picture in a line of exact height would be cut off, and in a line that grows it would push
 * everything below off the grid.
 */
export function pictureRow(pictures: readonly PaperPicture[], bytes: PictureBytes): Table {
  const { lines, sizes } = laidOut(pictures);
  const width = Math.floor(PAGE.textWidth / pictures.length);
  const cells = pictures.map((picture, i) => {
    const { width: w = 0, height: h = 0 } = sizes[i] ?? {};
    const image = new ImageRun({
      ...{ type: 'jpg', data: bytesOf(bytes, picture), transformation: { width: pixels(w), height: pixels(h) } },
      altText: { name: `图${i + 1}`, title: picture.alt, description: picture.alt },
    });
    return new TableCell({
      ...{ width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER },
      children: [
        new Paragraph({
          ...{ alignment: AlignmentType.CENTER, spacing: { line: 240, lineRule: 'auto' }, children: [image] },
        }),
      ],
    });
  });
  return new Table({
    rows: [
      new TableRow({
        ...{ cantSplit: true, height: { value: lines * PAGE.linePitch, rule: HeightRule.EXACT }, children: cells },
      }),
    ],
    ...{ width: { size: PAGE.textWidth, type: WidthType.DXA }, columnWidths: pictures.map(() => width) },
    ...{ layout: TableLayoutType.FIXED, margins: { top: 0, bottom: 0, left: 0, right: 0 }, borders: BORDERS },
  });
}
