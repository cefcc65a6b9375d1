import { expect, test } from '@jest/globals';
import { BLOCK_ROLES, type Block, linesOf } from '@lxq/schema/texts/paper.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { PaperPage } from './PaperPage.tsx';

const TWO = ['field', 'signature', 'issuance', 'copies'];
/** A line of every role that an official paper has, each saying this. */
const saying = (text: string): Block[] =>
  BLOCK_ROLES.slice(BLOCK_ROLES.indexOf('issuerMark'))
    .concat('paragraph', 'field')
    .filter((role) => role !== 'contentsPage')
    .sort((a, b) => Number(isFoot(a)) - Number(isFoot(b)))
    .map((role) => ({ role, text: `${role}${text}`, ...(TWO.includes(role) && { end: text }) }));
const isFoot = (role: string) => role === 'recipients' || role === 'copies';

test.each([
  ['an ordinary text', '机井三天抽不上水'],
  ['HTML', '<b>&lt;</b> {"x"} <script>alert(1)</script> & \' "'],
  ['emoji, right to left, rare characters', '表情😀 שלום 䶮㛃 #import $x$ *粗*'],
])('the page has every line of a paper in its order: %s', (_, text) => {
  const html = renderToStaticMarkup(<PaperPage blocks={saying(text)} />);
  expect(textOf(html)).toBe(linesOf(saying(text)).join('').replace(/\s/g, ''));
});

test('rows are one table, and an issuer stands above the middle of the date', () => {
  const blocks: Block[] = [
    { role: 'field', text: '主办单位', end: '水利局' },
    { role: 'field', text: '经办人', end: '农水股' },
    { role: 'paragraph', text: '以上。' },
    { role: 'field', text: '时间', end: '无' },
    { role: 'issuance', text: '临桥县水利局', end: '2026年3月11日' },
  ];
  const html = renderToStaticMarkup(<PaperPage blocks={blocks} />);
  expect(html.match(/<table/g)).toHaveLength(2);
  expect(html).toContain('<p style="padding-right:4.25em">临桥县水利局</p><p style="padding-right:4em">');
});

test('what is not issued says so across the page, and not in its text', () => {
  const html = renderToStaticMarkup(<PaperPage blocks={saying('x')} mark="草稿" />);
  expect(html).toContain('data-mark="草稿"');
  expect(textOf(html)).toBe(linesOf(saying('x')).join('').replace(/\s/g, ''));
  expect(renderToStaticMarkup(<PaperPage blocks={saying('x')} />)).not.toContain('data-mark');
});

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s/g, '');
