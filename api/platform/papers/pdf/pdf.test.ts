import { expect, test } from '@jest/globals';
import { documentPaper, documentText } from '@lxq/schema/digests/digest-document.ts';
import { extractTextItems } from 'unpdf';
import { exampleIssue, issueSaying } from '../../../digests/document/issue.example.ts';
import { HOSTILE_TEXTS, RIGHT_TO_LEFT } from '../hostile.example.ts';
import { pdfWords, words } from '../text.reading.ts';
import { toPdf } from './pdf.ts';

test('the PDF has the text of the document in the same order', async () => {
  expect(await pdfWords(await toPdf(documentPaper(exampleIssue(30))))).toBe(words(...documentText(exampleIssue(30))));
});

test('a draft without number, date, signer and items can be printed too', async () => {
  const empty = { report: [], send: [], issue: [] };
  const draft = { ...exampleIssue(0), no: null, cumNo: null, signedOn: null, signer: null, distribution: empty };
  expect(await pdfWords(await toPdf(documentPaper(draft)))).toBe(words(...documentText(draft)));
});

test.each(Object.entries(HOSTILE_TEXTS))('%s stays text', async (_, text) => {
  const doc = issueSaying(text);
  expect(await pdfWords(await toPdf(documentPaper(doc)))).toBe(words(...documentText(doc)));
});

test('writing from right to left keeps every letter', async () => {
  const letters = (text: string) => [...text.normalize('NFKC')].sort().join('');
  const doc = issueSaying(RIGHT_TO_LEFT);
  expect(letters(await pdfWords(await toPdf(documentPaper(doc))))).toBe(letters(words(...documentText(doc))));
});

test('nothing is printed beyond the edges of the text area', async () => {
  const mm = 72 / 25.4;
  for (const text of Object.values(HOSTILE_TEXTS)) {
    const { items } = await extractTextItems(new Uint8Array(await toPdf(documentPaper(issueSaying(text)))));
    const edges = items.flat().filter(({ str }) => str.trim() !== '');
    expect(Math.min(...edges.map(({ x }) => x))).toBeGreaterThan(27.5 * mm);
    expect(Math.max(...edges.map(({ x, width }) => x + width))).toBeLessThan(186 * mm);
  }
});

test('the same document gives the same bytes', async () => {
  const [once, again] = await Promise.all([toPdf(documentPaper(exampleIssue())), toPdf(documentPaper(exampleIssue()))]);
  expect(Buffer.compare(once, again)).toBe(0);
});

test('a long list of recipients runs over the page without losing a name', async () => {
  const names = Array.from({ length: 300 }, (_, i) => `第${i + 1}号单位办公室`);
  const doc = { ...exampleIssue(1), distribution: { report: names, send: names, issue: names } };
  expect(await pdfWords(await toPdf(documentPaper(doc)))).toBe(words(...documentText(doc)));
});

test('every typeface is embedded', async () => {
  const pdf = Buffer.from(await toPdf(documentPaper(exampleIssue()))).toString('latin1');
  const named = new Set(
    [...pdf.matchAll(/\/FontName\s*\/([\w+-]+)/g)].map(([, name]) => name?.replace(/^[A-Z]{6}\+/, '')),
  );
  expect(named).toEqual(new Set(['LianxinHei-Regular', 'LianxinSong-Bold', 'LianxinSong-Regular']));
  expect(pdf.match(/\/FontFile[23]?\s/g)).toHaveLength(3);
});

test('typesetting that takes too long is ended and says so', async () => {
  await expect(toPdf(documentPaper(exampleIssue(600)), { timeoutMs: 1 })).rejects.toThrow(
    'PDF was given up: typesetting took longer than 1 ms',
  );
});

test('an unusable font folder is said, not waited for', async () => {
  await expect(toPdf(documentPaper(exampleIssue(1)), { cache: '/dev/null/fonts' })).rejects.toThrow(
    'PDF could not be typeset: ENOTDIR',
  );
});
