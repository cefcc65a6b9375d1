import { expect, test } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { PaperFiles } from './PaperFiles.tsx';

test('a paper is taken away as DOCX and as PDF, each link saying of what', () => {
  const html = renderToStaticMarkup(<PaperFiles id="7" of="回访单 访字〔2026〕1号" />);
  expect(html.match(/href="[^"]+"/g)).toEqual(['href="/files/papers/7.docx"', 'href="/files/papers/7.pdf"']);
  expect(html).toContain('aria-label="回访单 访字〔2026〕1号 PDF"');
});
