import { readFile } from 'node:fs/promises';
import { namesIn } from './archive.ts';
import { isMarkup, Refused, type Taken } from './examined.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** By the part that makes it one. */
const OFFICE_PARTS: Record<string, string> = {
  'word/document.xml': `${OFFICE}.wordprocessingml.document`,
  'xl/workbook.xml': `${OFFICE}.spreadsheetml.sheet`,
  'ppt/presentation.xml': `${OFFICE}.presentationml.presentation`,
};
const TEXT = 'text/plain; charset=utf-8';
/** The ending under which each kind is saved. */
export const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  [`${OFFICE}.wordprocessingml.document`]: 'docx',
  [`${OFFICE}.spreadsheetml.sheet`]: 'xlsx',
  [`${OFFICE}.presentationml.presentation`]: 'pptx',
  [TEXT]: 'txt',
  'image/jpeg': 'jpg',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/mpeg': 'mp3',
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
};

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const PDF = Buffer.from('%PDF-', 'latin1');

/** A document is kept as it came, as one of few kinds, by what is in it: its name says nothing. */
export async function document(path: string): Promise<Taken> {
  const bytes = await readFile(path);
  const begins = (mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
  if (begins(PDF)) {
    refuseFalsePdf(bytes);
    return { bytes, mediaType: 'application/pdf' };
  }
  if (begins(OLD_OFFICE)) throw new Refused('OLD_OFFICE');
  if (begins(ZIP)) return { bytes, mediaType: await officeType(bytes) };
  if (isMarkup(bytes)) throw new Refused('MARKUP');
  if (isText(bytes)) return { bytes, mediaType: TEXT };
  throw new Refused('NO_FILE');
}

/** Where a reader looks for the end, and other programs for their beginning. */
const [PDF_END, PDF_BEGINNING] = [2_048, 1_024];
/** A file that is something else too, to other programs. */
function refuseFalsePdf(bytes: Buffer): void {
  if (!/%%EOF|startxref/.test(bytes.toString('latin1', Math.max(0, bytes.length - PDF_END))))
    throw new Refused('BROKEN');
  const beginning = bytes.subarray(0, PDF.length + PDF_BEGINNING);
  if (/<\s*(html|script)/i.test(beginning.toString('latin1').replaceAll('\0', ''))) throw new Refused('MARKUP');
  for (let at = beginning.indexOf('MZ'); at >= 0; at = beginning.indexOf('MZ', at + 1))
    if (isProgram(bytes, at)) throw new Refused('NO_FILE');
}
/** Two letters alone stand in packed bytes by chance; a program's head says where the rest of it is. */
const isProgram = (bytes: Buffer, at: number): boolean => {
  if (at + 64 > bytes.length) return false;
  const rest = at + bytes.readUInt32LE(at + 60);
  return bytes.toString('latin1', rest, rest + 4) === 'PE\0\0';
};

async function officeType(bytes: Buffer): Promise<string> {
  const names = await namesIn(bytes);
  const part = Object.keys(OFFICE_PARTS).find((name) => names.has(name));
  if (!part || !names.has('[Content_Types].xml')) throw new Refused('ARCHIVE');
  return OFFICE_PARTS[part] as string;
}

/** Words in UTF-8, and no character that only a program would write. */
function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\p{Cc}--[\t\n\v\f\r]]/v.test(text);
  } catch {
    return false;
  }
}
