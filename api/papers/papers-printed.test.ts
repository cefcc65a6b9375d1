import { expect, test } from '@jest/globals';
import { OFFICIAL_PAPER_KINDS } from '@lxq/schema/papers/official-papers.ts';
import { linesOf, type Paper } from '@lxq/schema/texts/paper.ts';
import { extractText, extractTextItems } from 'unpdf';
import { HOSTILE_TEXTS, RIGHT_TO_LEFT } from '../platform/papers/hostile.example.ts';
import { docxLines, docxPart, pdfWords, words } from '../platform/papers/text.reading.ts';
import { typeset } from '../platform/papers/typesetter.ts';
import { exampleFolder, examplePapers } from './paper.example.ts';

const linesIn = ({ parts }: Paper) => parts.flatMap(linesOf);
/** All kinds in one file, each on pages of its own. */
const everyKind = (texts?: Parameters<typeof examplePapers>[0]): Paper => {
  const papers = examplePapers(texts);
  return { ...papers.DECISION_NOTICE, parts: OFFICIAL_PAPER_KINDS.flatMap((kind) => papers[kind].parts) };
};
const saying = (text: string) =>
  everyKind({ ...{ title: text, brief: text, body: text }, answer: text, opinion: text, reason: text, name: text });

/** In millimetres. Of a bracket at a line's end the empty half may stand outside: that much is taken off. */
async function edgesOf(pdf: Uint8Array): Promise<{ left: number; right: number }> {
  const { items } = await extractTextItems(new Uint8Array(pdf));
  const found = items.flat().filter(({ str }) => str.trim() !== '');
  const half = (isBracket: boolean, size: number) => (isBracket ? size / 2 : 0);
  const lefts = found.map(({ x, str, fontSize }) => x + half(/^[“‘（《〔【]/.test(str), fontSize));
  const rights = found.map(
    ({ x, width, str, fontSize }) => x + width - half(/[”’）》〕】。，、：；]$/.test(str), fontSize),
  );
  return { left: (Math.min(...lefts) * 25.4) / 72, right: (Math.max(...rights) * 25.4) / 72 };
}

test.each(OFFICIAL_PAPER_KINDS)('a %s says the same as DOCX and as PDF', async (kind) => {
  const paper = examplePapers()[kind];
  expect(docxLines(await typeset('DOCX', paper))).toEqual(linesIn(paper));
  expect(await pdfWords(await typeset('PDF', paper))).toBe(words(...linesIn(paper)));
});

test.each(Object.entries(HOSTILE_TEXTS))('%s stays text in every kind', async (_, text) => {
  const paper = saying(text);
  expect(docxLines(await typeset('DOCX', paper))).toEqual(linesIn(paper));
  const pdf = await typeset('PDF', paper);
  expect(await pdfWords(pdf)).toBe(words(...linesIn(paper)));
  const { left, right } = await edgesOf(pdf);
  expect(left).toBeGreaterThan(27.5);
  expect(right).toBeLessThan(186);
});

test('writing from right to left keeps every letter', async () => {
  const letters = (text: string) => [...text.normalize('NFKC')].sort().join('');
  const paper = saying(RIGHT_TO_LEFT);
  expect(letters(await pdfWords(await typeset('PDF', paper)))).toBe(letters(words(...linesIn(paper))));
});

test('the mark begins 35 mm below the top of the text, red, and the red rule and the title follow it', async () => {
  const xml = docxPart(await typeset('DOCX', examplePapers().RESULT_REPORT), 'word/document.xml');
  const [mark = '', number = '', title = ''] = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
  expect(Number(/<w:spacing[^>]* w:before="(\d+)"/.exec(mark)?.[1])).toBe(Math.round((35 / 25.4) * 1440));
  expect(mark).toMatch(/方正小标宋简体.*<w:color w:val="D7000F"\/>|<w:color w:val="D7000F"\/>.*方正小标宋简体/);
  expect(number).toContain('<w:bottom w:val="single" w:color="D7000F" w:sz="16" w:space="11"/>');
  expect(number).toContain('报字〔2026〕3号');
  expect(title).toContain('<w:sz w:val="44"/>');
  const { items } = await extractTextItems(new Uint8Array(await typeset('PDF', examplePapers().RESULT_REPORT)));
  const [first] = items[0] ?? [];
  // From the page's top to the top of the letters: 37 mm and 35 mm; a font's letters begin a little below its line.
  const top = 297 - ((first?.y ?? 0) + (first?.fontSize ?? 0) * 0.88) / (72 / 25.4);
  expect(top).toBeGreaterThan(71);
  expect(top).toBeLessThan(74);
});

test('no date stands alone on a page: the line before goes with it', async () => {
  for (const lines of [2, 3, 4, 5, 6, 7, 8, 9]) {
    const paper = examplePapers({ reason: '理由在此。'.repeat(lines * 6) }).DECISION_NOTICE;
    const { text } = await extractText(new Uint8Array(await typeset('PDF', paper)), { mergePages: false });
    const last = (text.at(-1) ?? '').replace(/\s/g, '');
    expect(last.startsWith('中共临桥县委群众工作办公室2026')).toBe(false);
  }
});

test('a folder’s contents name the page on which each piece begins, and each begins on its own', async () => {
  const folder = exampleFolder(75);
  const { text } = await extractText(new Uint8Array(await typeset('PDF', folder)), { mergePages: false });
  const pages = text.map((page) => page.replace(/\s/g, ''));
  const entries = folder.parts[1]?.filter(({ role }) => role === 'contentsPage') ?? [];
  expect(entries).toHaveLength(9);
  expect(pages.length).toBeGreaterThan(20);
  const contents = pages[1] as string;
  for (const [i, { text: entry, key }] of entries.entries()) {
    const name = words(entry);
    const page = Number(
      new RegExp(
        `${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.*(\\d+?)(?=${words(entries[i + 1]?.text ?? '—')})`,
      ).exec(contents)?.[1],
    );
    const piece = folder.parts.find((blocks) => blocks.some((block) => block.role === 'headline' && block.key === key));
    const begins = words(...linesOf(piece ?? []).slice(0, 2));
    expect(pages[page - 1]?.startsWith(begins)).toBe(true);
  }
});
