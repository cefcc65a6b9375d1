import { strFromU8, unzipSync } from 'fflate';
import { extractText } from 'unpdf';

/** The paragraphs of a DOCX in reading order, as another program finds them in the file. */
export function docxLines(docx: Uint8Array): string[] {
  const paragraphs = docxPart(docx, 'word/document.xml').match(/<w:p>.*?<\/w:p>/gs) ?? [];
  const texts = paragraphs.map((xml) =>
    [...xml.matchAll(/<w:t[ >][^<]*|<w:tab\/>/g)].map(([found]) => runText(found)).join(''),
  );
  return texts.filter((text) => text !== '');
}

export function docxPart(docx: Uint8Array, name: string): string {
  const part = unzipSync(docx)[name];
  if (!part) throw new Error(`no ${name} in the document`);
  return strFromU8(part);
}

/** The words of a PDF in reading order, without page numbers and white space. */
export async function pdfWords(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: false });
  return words(text.map((page) => page.replace(/—\s*\d+\s*—\s*$/, '')).join(''));
}

export function words(...lines: string[]): string {
  return lines.join('').replace(/[\s\u200b]/gu, '');
}

function runText(xml: string): string {
  if (xml === '<w:tab/>') return '　　';
  const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return xml.replace(/^<[^>]*>/, '').replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
