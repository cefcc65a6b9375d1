import { expect, test } from '@jest/globals';
import { type DigestDocument, documentPaper, documentText, picturesIn } from '@lxq/schema/digests/digest-document.ts';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { laidOut } from '@lxq/schema/texts/pictures.ts';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import { exportDigest } from '../../digests/document/export.ts';
import { exampleIssue } from '../../digests/document/issue.example.ts';
import { toDocx } from './docx/docx.ts';
import { sha256 } from './hash.ts';
import { toPdf } from './pdf/pdf.ts';
import { docxLines, docxPart, pdfWords, words } from './text.reading.ts';

/* Pictures on paper: as many as there are, of the size that the lines say, and not a letter elsewhere. */
const MM = 72 / 25.4;
const LINE = 225 / 22;

interface Taken {
  id: string;
  bytes: Buffer;
  width: number;
  height: number;
}
let shade = 0;
async function taken(width: number, height: number): Promise<Taken> {
  shade += 9;
  const background = { r: 200, g: shade % 256, b: 30 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
  return { id: `picture ${shade}`, bytes, width, height };
}

/** Three items of a section, the second with these pictures: high on the second page. */
async function issueWith(pictures: readonly Taken[], title = '三个村机井出水不足'): Promise<DigestDocument> {
  const item = (number: number, lines = 1) => ({
    ...{ number, title, kind: 'NORMAL' as const, body: richTextFromPlain('一行。\n'.repeat(lines)) },
  });
  const shown = pictures.map(({ id, bytes, width, height }) => ({ id, sha256: sha256(bytes), width, height }));
  const items = [item(1, 16), { ...item(2), ...(shown.length > 0 && { pictures: shown }) }, item(3)];
  return { ...exampleIssue(0), sections: [{ heading: '分管农业农村工作', items }] };
}
const bytesOf = (pictures: readonly Taken[]) => new Map(pictures.map(({ bytes }) => [sha256(bytes), bytes]));

const ROWS = {
  'one, upright': [[1536, 2048]],
  'one, across': [[2560, 1920]],
  'two of a kind': [
    [2048, 1536],
    [2048, 1536],
  ],
  'one of each': [
    [2560, 800],
    [1200, 2560],
  ],
  'small ones': [
    [120, 90],
    [60, 200],
  ],
} as const;
const rows = Object.entries(ROWS).map(([name, sizes]) => [name, sizes] as const);
const made = (sizes: readonly (readonly [number, number])[]) => Promise.all(sizes.map(([w, h]) => taken(w, h)));

test.each(rows)('%s: in the DOCX as large as laid out, in a row of whole lines', async (_, sizes) => {
  const pictures = await made(sizes);
  const doc = await issueWith(pictures);
  const docx = await toDocx(documentPaper(doc), bytesOf(pictures));
  const media = Object.entries(unzipSync(docx)).filter(([name]) => name.startsWith('word/media/'));
  expect(media.map(([, bytes]) => sha256(bytes)).sort()).toEqual([...bytesOf(pictures).keys()].sort());
  const xml = docxPart(docx, 'word/document.xml');
  const extents = [...xml.matchAll(/<wp:extent cx="(\d+)" cy="(\d+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const { lines, sizes: laid } = laidOut(pictures);
  const emu = (millimetres: number) => Math.round((millimetres / 25.4) * 914_400);
  expect(extents).toEqual(laid.map(({ width, height }) => [emu(width), emu(height)]));
  expect(xml).toContain(`<w:trHeight w:val="${lines * 579}" w:hRule="exact"/>`);
  const alts = [...xml.matchAll(/<wp:docPr [^>]*id="(\d+)"[^>]*descr="([^"]*)"/g)].map(([, id, alt]) => [id, alt]);
  const title = '三个村机井出水不足';
  expect(alts).toEqual(
    pictures.length > 1
      ? [
          ['1', `${title}（图1）`],
          ['2', `${title}（图2）`],
        ]
      : [['1', title]],
  );
  expect(docxLines(docx)).toEqual(documentText(await issueWith([])));
});

test.each(rows)('%s: in the PDF within the text area, and what follows stands on the grid again', async (_, sizes) => {
  const pictures = await made(sizes);
  const doc = await issueWith(pictures);
  const pdf = await toPdf(documentPaper(doc), { pictures: bytesOf(pictures) });
  const placed = await imagesOf(pdf);
  const { lines, sizes: laid } = laidOut(pictures);
  expect(placed).toHaveLength(pictures.length);
  for (const [i, { x, y, width, height }] of placed.entries()) {
    expect(width).toBeCloseTo(laid[i]?.width as number, 1);
    expect(height).toBeCloseTo(laid[i]?.height as number, 1);
    expect([x >= 27.9, x + width <= 184.1, y >= 34.9, y + height <= 260.1]).toEqual([true, true, true, true]);
    expect(i === 0 || x >= (placed[i - 1]?.x as number) + (placed[i - 1]?.width as number) + 3.9).toBe(true);
  }
  expect(await pdfWords(pdf)).toBe(words(...documentText(doc)));
  const without = await placeOf(await toPdf(documentPaper(await issueWith([]))), '（三）');
  const moved = await placeOf(pdf, '（三）');
  expect(moved.page).toBe(without.page);
  expect((without.y - moved.y) / MM).toBeCloseTo(lines * LINE, 1);
});

test('pictures are no higher than six lines, however they were taken, and none is blown up', () => {
  for (const [width, height] of [
    [1, 10_000],
    [10_000, 1],
    [2560, 2560],
    [80, 60],
  ] as const)
    for (const row of [
      [{ width, height }],
      [
        { width, height },
        { width: 2560, height: 1920 },
      ],
    ]) {
      const { lines, sizes } = laidOut(row);
      expect(lines).toBeLessThanOrEqual(6);
      expect(sizes.reduce((sum, each) => sum + each.width, 4 * (row.length - 1))).toBeLessThanOrEqual(156);
      for (const [i, each] of sizes.entries()) {
        expect(each.height).toBeLessThanOrEqual(lines * LINE - 3);
        expect(each.width).toBeLessThanOrEqual(((row[i]?.width ?? 0) * 25.4) / 96);
      }
    }
});

test('the same pictures give the same bytes, and of a large one no more is carried than paper shows', async () => {
  const noise = Buffer.alloc(2560 * 1920 * 3);
  for (let i = 0; i < noise.length; i++) noise[i] = (i * 2_654_435_761) >>> 24;
  const bytes = await sharp(noise, { raw: { width: 2560, height: 1920, channels: 3 } })
    .jpeg()
    .toBuffer();
  const pictures = [{ id: 'large', bytes, width: 2560, height: 1920 }];
  const doc = await issueWith(pictures);
  for (const format of ['DOCX', 'PDF'] as const) {
    const read = async () => bytes;
    const [once, again] = [await exportDigest(doc, format, { read }), await exportDigest(doc, format, { read })];
    expect(once.sha256).toBe(again.sha256);
    const plain = await exportDigest(await issueWith([]), format);
    expect(once.bytes.length - plain.bytes.length).toBeLessThan(bytes.length / 4);
  }
  expect(picturesIn(doc)).toHaveLength(1);
});

test.each(['DOCX', 'PDF'] as const)('a %s whose picture is not there is not made', async (format) => {
  await expect(exportDigest(await issueWith(await made([[640, 480]])), format)).rejects.toThrow('are not there');
});

test('at the end of an issue the pictures stand against no other table', async () => {
  const pictures = await made([[640, 480]]);
  const doc = await issueWith(pictures);
  const [section] = doc.sections;
  const xml = docxPart(
    await toDocx(
      documentPaper({ ...doc, sections: [{ heading: '一', items: section?.items.slice(0, 2) ?? [] }] }),
      bytesOf(pictures),
    ),
    'word/document.xml',
  );
  expect(xml.match(/<w:tbl>/g)).toHaveLength(2);
  expect(xml).not.toContain('</w:tbl><w:tbl>');
});

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** Where each image of a PDF is drawn, in millimetres from the lower left corner of its page. */
async function imagesOf(pdf: Uint8Array): Promise<Placed[]> {
  const file = await getDocumentProxy(new Uint8Array(pdf));
  const { OPS } = await import('unpdf/pdfjs');
  const pages = Array.from({ length: file.numPages }, (_, n) => n + 1);
  const lists = await Promise.all(pages.map(async (n) => (await file.getPage(n)).getOperatorList()));
  return lists.flatMap(({ fnArray, argsArray }) => {
    let now = [1, 0, 0, 1, 0, 0];
    const stack: number[][] = [];
    return fnArray.flatMap((fn, i) => {
      if (fn === OPS.save) stack.push(now);
      if (fn === OPS.restore) now = stack.pop() ?? [];
      if (fn === OPS.transform) now = times(now, argsArray[i] as number[]);
      return fn === OPS.paintImageXObject ? [placed(now)] : [];
    });
  });
}
function placed([width = 0, , , height = 0, x = 0, y = 0]: number[]): Placed {
  return { x: x / MM, y: Math.min(y, y + height) / MM, width: width / MM, height: Math.abs(height) / MM };
}
function times([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: number[], m: number[]): number[] {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = m;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Where the last line of that number stands: its page, and how high. */
async function placeOf(pdf: Uint8Array, number: string): Promise<{ page: number; y: number }> {
  const { items } = await extractTextItems(new Uint8Array(pdf));
  const found = items.flatMap((page, n) =>
    page.filter(({ str }) => str.includes(number)).map(({ y }) => ({ page: n, y })),
  );
  return found.at(-1) as { page: number; y: number };
}
