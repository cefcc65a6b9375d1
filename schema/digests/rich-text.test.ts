import { expect, test } from '@jest/globals';
import { LIMITS } from '../limits.ts';
import { printable } from '../texts/printable.ts';
import { countCharacters, parseRichText, plainText, RichTextError, richTextFromPlain } from './rich-text.ts';

const words = (text: string, bold = false) =>
  bold ? { type: 'text', marks: [{ type: 'bold' }], text } : { type: 'text', text };
const doc = (...paragraphs: unknown[][]) => ({
  type: 'doc',
  content: paragraphs.map((content) => (content.length ? { type: 'paragraph', content } : { type: 'paragraph' })),
});

test('paragraphs of plain and bold words are kept as they are', () => {
  const json = doc([words('村民反映'), words('水井干涸', true), words('。')], [words('已转水务局。')]);
  expect(parseRichText(json)).toEqual(json);
});

test('the same text has the same JSON however the editor cut it', () => {
  const cut = doc([words('村民'), words(''), words('反映'), words('水井', true), words('干涸', true)], [words('')]);
  const whole = doc([words('村民反映'), words('水井干涸', true)], []);
  expect(JSON.stringify(parseRichText(cut))).toBe(JSON.stringify(parseRichText(whole)));
});

test.each([
  ['a string', 'doc', '文字'],
  ['null', 'doc', null],
  ['no paragraph', 'doc.content', { type: 'doc', content: [] }],
  ['no content', 'doc.content', { type: 'doc' }],
  ['a heading', 'doc.content[0].type', { type: 'doc', content: [{ type: 'heading', content: [] }] }],
  [
    'an attribute of a paragraph',
    'doc.content[1].attrs',
    { type: 'doc', content: [{ type: 'paragraph' }, { type: 'paragraph', attrs: {} }] },
  ],
  ['a line break', 'doc.content[0].content[1].type', doc([words('一'), { type: 'hardBreak' }])],
  ['an image', 'doc.content[0].content[0].type', doc([{ type: 'image', attrs: { src: 'x' } }])],
  [
    'italics',
    'doc.content[0].content[0].marks[0].type',
    doc([{ type: 'text', text: '一', marks: [{ type: 'italic' }] }]),
  ],
  [
    'a link beside bold',
    'doc.content[0].content[0].marks[1].type',
    doc([{ type: 'text', text: '一', marks: [{ type: 'bold' }, { type: 'link' }] }]),
  ],
  ['a number for text', 'doc.content[0].content[0].text', doc([{ type: 'text', text: 7 }])],
])('%s is refused with its place', (_, place, json) => {
  const refused = () => parseRichText(json);
  expect(refused).toThrow(RichTextError);
  expect(refused).toThrow(expect.objectContaining({ place }));
});

test('an item holds 20,000 characters and not one more', () => {
  expect(() => parseRichText(doc([words('民'.repeat(LIMITS.digest.item.text))]))).not.toThrow();
  expect(() => parseRichText(doc([words('民'.repeat(LIMITS.digest.item.text + 1))]))).toThrow('20001 characters');
});

test('controls, half characters and reading-direction marks never reach paper', () => {
  expect(printable('一\u0000二\u0008三\t四\u202E五\uD800六\uFFFE七')).toBe('一二三 四五六七');
  expect(printable('👨‍👩‍👧 שלום')).toBe('👨‍👩‍👧 שלום');
});

test('plain text becomes a paragraph a line, without blank lines, and comes back', () => {
  const made = richTextFromPlain('第一段\r\n\r\n  第二段  \n');
  expect(plainText(made)).toBe('第一段\n第二段');
  expect(parseRichText(made)).toEqual(made);
  expect(richTextFromPlain('')).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
});

test('the count of characters leaves spaces out', () => {
  expect(countCharacters(richTextFromPlain('一 二\n三😀'))).toBe(4);
});
