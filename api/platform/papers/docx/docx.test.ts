import { expect, test } from '@jest/globals';
import { documentPaper, documentText } from '@lxq/schema/digests/digest-document.ts';
import { exampleIssue, issueSaying } from '../../../digests/document/issue.example.ts';
import { HOSTILE_TEXTS, RIGHT_TO_LEFT } from '../hostile.example.ts';
import { docxLines, docxPart } from '../text.reading.ts';
import { toDocx } from './docx.ts';

test('the DOCX has the text of the document, line by line', async () => {
  expect(docxLines(await toDocx(documentPaper(exampleIssue())))).toEqual(documentText(exampleIssue()));
});

test('a draft without number, date, signer and items can be printed too', async () => {
  const empty = { report: [], send: [], issue: [] };
  const draft = { ...exampleIssue(0), no: null, cumNo: null, signedOn: null, signer: null, distribution: empty };
  expect(docxLines(await toDocx(documentPaper(draft)))).toEqual(documentText(draft));
});

test.each(Object.entries({ ...HOSTILE_TEXTS, 'right to left': RIGHT_TO_LEFT }))('%s stays text', async (_, text) => {
  const doc = issueSaying(text);
  expect(docxLines(await toDocx(documentPaper(doc)))).toEqual(documentText(doc));
});

test('control characters do not break the file', async () => {
  const docx = await toDocx(documentPaper(issueSaying('一\u0000二\u000b三\uFFFE\uD800四')));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids exactly these
  expect(docxPart(docx, 'word/document.xml')).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/);
});

test('the same document gives the same bytes, after other documents and on another day', async () => {
  const once = await toDocx(documentPaper(exampleIssue(20)));
  await toDocx(documentPaper(exampleIssue(3)));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(Buffer.compare(await toDocx(documentPaper(exampleIssue(20))), once)).toBe(0);
});

test('the page is A4 with the margins and the grid of GB/T 9704-2012', async () => {
  const xml = docxPart(await toDocx(documentPaper(exampleIssue(1))), 'word/document.xml');
  const mm = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 25.4 * 10) / 10;
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(xml) ?? [];
  expect([mm(width), mm(height)]).toEqual([210, 297]);
  const margin = (side: string) => mm(new RegExp(`<w:pgMar[^>]* w:${side}="(\\d+)"`).exec(xml)?.[1]);
  expect(['top', 'left', 'right', 'bottom'].map(margin)).toEqual([37, 28, 26, 35]);
  expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>');
});

test('the official typefaces are named for Chinese text, each with the one to take instead', async () => {
  const docx = await toDocx(documentPaper(exampleIssue()));
  for (const name of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) {
    expect(docxPart(docx, 'word/document.xml')).toContain(`w:eastAsia="${name}"`);
    expect(docxPart(docx, 'word/fontTable.xml')).toMatch(
      new RegExp(`<w:font w:name="${name}"><w:altName w:val="[^"]+"/>`),
    );
  }
});

test('page numbers stand right on odd pages and left on even ones', async () => {
  const docx = await toDocx(documentPaper(exampleIssue()));
  const xml = docxPart(docx, 'word/document.xml');
  const rels = docxPart(docx, 'word/_rels/document.xml.rels');
  const footer = (type: string) => {
    const id = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(xml)?.[1];
    return docxPart(docx, `word/${new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(rels)?.[1]}`);
  };
  expect(footer('default')).toContain('<w:jc w:val="right"/>');
  expect(footer('even')).toContain('<w:jc w:val="left"/>');
  expect(docxPart(docx, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>');
});

test('every entry of the contents leads to a heading, and bold words are bold', async () => {
  const xml = docxPart(await toDocx(documentPaper(exampleIssue())), 'word/document.xml');
  const anchors = [...xml.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name);
  const targets = [...xml.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name);
  expect(anchors.length).toBeGreaterThan(9);
  expect(targets).toEqual(anchors);
  expect(xml).toMatch(/<w:b\/>(?:(?!<w:t[ >]).)*<w:t [^>]*>群众反映强烈。/);
});

test('the rules of the foot are 0.35 and 0.25 mm and not thinner, and the number of the issue stands top right', async () => {
  const xml = docxPart(await toDocx(documentPaper(exampleIssue())), 'word/document.xml');
  const borders = /<w:tblBorders>(.*?)<\/w:tblBorders>/.exec(xml)?.[1] ?? '';
  const mm = (side: string) => (Number(new RegExp(`<w:${side}[^>]* w:sz="(\\d+)"`).exec(borders)?.[1]) / 8 / 72) * 25.4;
  for (const side of ['top', 'bottom']) expect(mm(side)).toBeGreaterThanOrEqual(0.35);
  expect(mm('insideH')).toBeGreaterThanOrEqual(0.25);
  expect(mm('top')).toBeGreaterThan(mm('insideH'));
  const first = /<w:body><w:p>(.*?)<\/w:p>/.exec(xml)?.[1] ?? '';
  expect(first).toMatch(/<w:tab w:val="right" w:pos="8844"\/>.*内部资料 注意保存.*<w:tab\/>.*编号：2026007/);
});

test('the second level is （一） in 楷体', async () => {
  const xml = docxPart(await toDocx(documentPaper(exampleIssue())), 'word/document.xml');
  expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*楷体_GB2312(?:(?!<\/w:p>).)*（一）/);
  expect(xml).not.toMatch(/<w:t [^>]*>1\. /);
});
