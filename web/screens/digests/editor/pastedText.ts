/** What a word processor or a web page puts on the clipboard, cut down to paragraphs and bold type. */
export function cleanPastedHtml(html: string): string {
  return (
    html
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<(style|script|title|xml)\b[\s\S]*?<\/\1>/gi, '')
      .replace(/<\/?o:p>/gi, '')
      // The page has no breaks inside a paragraph, and indents the first line itself.
      .replace(/<br\s*\/?>/gi, '</p><p>')
      .replace(/(<p\b[^>]*>(?:\s*<(?:span|b|strong)\b[^>]*>)*)(?:&nbsp;|&#12288;|[\s\u00a0\u3000])+/gi, '$1')
  );
}

export const cleanPastedText = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n');
