import { expect, test } from '@jest/globals';
import { type DigestDocument, documentText } from '@lxq/schema/digests/digest-document.ts';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { renderToStaticMarkup } from 'react-dom/server';
import { DigestPage } from './DigestPage.tsx';

const issue = (text: string): DigestDocument => ({
  banner: '十日信息摘报',
  mark: '内部资料 注意保存',
  no: 7,
  cumNo: 28,
  year: 2026,
  issuer: text,
  signedOn: '2026-03-11',
  periodFrom: '2026-03-01',
  periodTo: '2026-03-10',
  signer: '周明远',
  sections: [
    {
      heading: '分管农业农村工作 · 副县长',
      items: [
        {
          number: 1,
          title: text,
          kind: 'NORMAL',
          body: richTextFromPlain(`${text}\n第二段。`),
          sources: '（柳河镇 3 条）',
        },
        { number: 2, title: '户数有误', kind: 'CORRECTION', body: bold('应为', '41 户', '。') },
      ],
    },
  ],
  distribution: { report: ['市委办公室', '县委书记'], send: ['县委常委'], issue: [text] },
  copies: 60,
});

test.each([
  ['an ordinary title', '三个村机井出水不足'],
  ['HTML', '<b>&lt;</b> {"x"} <script>alert(1)</script> & \' "'],
  ['emoji, right to left, rare characters, markup', '表情😀 שלום مرحبا 䶮㛃 #import $x$ *粗*'],
  ['a word without an end', '长'.repeat(300) + 'A'.repeat(300)],
])('the page has the text of the document, line by line: %s', (_, text) => {
  const html = renderToStaticMarkup(<DigestPage id="issue" document={issue(text)} />);
  expect(linesOf(html)).toEqual(documentText(issue(text)).map(words));
});

test('bold words are bold, and an entry of the contents leads to its heading', () => {
  const html = renderToStaticMarkup(<DigestPage id="issue" document={issue('机井')} />);
  expect(html).toContain('应为<strong>41 户</strong>。');
  const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(anchors).toEqual([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  expect(anchors).toEqual(['section-1', 'item-1', 'item-2']);
});

test('pictures stand in their item, as large as on every paper, called by its title and by no file', () => {
  const plain = issue('机井');
  const [section] = plain.sections;
  const [item, ...rest] = section?.items ?? [];
  const shown = ['a', 'b'].map((id) => ({ id, sha256: id.repeat(64), width: 2048, height: 1536 }));
  const sections = [
    { heading: section?.heading ?? '', items: [{ ...(item as typeof item & object), pictures: shown }, ...rest] },
  ];
  const html = renderToStaticMarkup(<DigestPage id="issue" document={{ ...plain, sections }} />);
  const images = [...html.matchAll(/<img[^>]*src="([^"]*)"[^>]*alt="([^"]*)"/g)].map(([, src, alt]) => [src, alt]);
  expect(images).toEqual([
    ['/files/digests/issue/pictures/a', '机井（图1）'],
    ['/files/digests/issue/pictures/b', '机井（图2）'],
  ]);
  expect(html).toContain('--w:76;--h:57');
  expect(linesOf(html)).toEqual(documentText(plain).map(words));
});

function linesOf(html: string): string[] {
  const lines = [...html.matchAll(/<(p|h[123])[ >].*?<\/\1>/g)].map(([line]) => line.replace(/<[^>]*>/g, ''));
  return lines.map((line) =>
    words(line.replace(/&(lt|gt|quot|#x27|amp);/g, (_, name: string) => ENTITIES[name] ?? '')),
  );
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#x27': "'", amp: '&' };

function words(line: string): string {
  return line.replace(/\s/g, '');
}

function bold(
  before: string,
  words: string,
  after: string,
): DigestDocument['sections'][number]['items'][number]['body'] {
  const content = [
    { type: 'text' as const, text: before },
    { type: 'text' as const, text: words, marks: [{ type: 'bold' as const }] as [{ type: 'bold' }] },
    { type: 'text' as const, text: after },
  ];
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}
