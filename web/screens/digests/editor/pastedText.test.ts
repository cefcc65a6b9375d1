import { expect, test } from '@jest/globals';
import { cleanPastedHtml, cleanPastedText } from './pastedText.ts';

test('a word processor’s comments, styles and indents do not come along', () => {
  const html =
    '<style>p{color:red}</style><!--[if gte mso 9]>x<![endif]--><p class="MsoNormal"><span>　　&nbsp;柳林村</span><o:p></o:p></p>';
  expect(cleanPastedHtml(html)).toBe('<p class="MsoNormal"><span>柳林村</span></p>');
});

test('a line break within a pasted paragraph begins a new paragraph', () => {
  expect(cleanPastedHtml('<p>一<br>二<br/>三</p>')).toBe('<p>一</p><p>二</p><p>三</p>');
});

test('pasted plain text loses its indents and empty lines', () => {
  expect(cleanPastedText('　　第一段。\r\n\r\n  第二段。 ')).toBe('第一段。\n第二段。');
});
