import path from 'node:path/posix';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Archive } from './xlsx.archive.ts';
import { readXml } from './xlsx.xml.ts';

/** What a sheet's cells refer to. */
export interface Book {
  /** The part of the first sheet that can be seen. */
  sheet: string;
  strings: string[];
  /** By a cell's style: the number format, spelled out or by its number. */
  formats: (string | number)[];
  isFrom1904: boolean;
}

export function openBook(archive: Archive): Book {
  const main = targets(archive, '').find(({ type }) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml';
  const related = targets(archive, main);
  const { sheets, isFrom1904 } = workbook(archive.text(main));
  const shown =
    sheets.find(({ state }) => (state ?? 'visible') === 'visible') ?? refuseFile(fileProblems.brokenExcel());
  const sheet = related.find(({ id }) => id === shown.id)?.target ?? refuseFile(fileProblems.brokenExcel());
  const partOf = (kind: string) => related.find(({ type }) => type.endsWith(`/${kind}`))?.target;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  return {
    sheet,
    isFrom1904,
    strings: strings && archive.has(strings) ? sharedStrings(archive.text(strings)) : [],
    formats: styles && archive.has(styles) ? numberFormats(archive.text(styles)) : [],
  };
}

/** Where a part's relationships lead (ECMA-376 part 2, 9.3); those of the archive itself for ''. */
function targets(archive: Archive, part: string): { id: string; type: string; target: string }[] {
  const folder = path.dirname(part || '.');
  const name = path.join(folder, '_rels', `${path.basename(part)}.rels`);
  const found: { id: string; type: string; target: string }[] = [];
  if (!archive.has(name)) return found;
  readXml(archive.text(name), {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : path.join(folder, Target);
      found.push({ id: Id, type: Type, target });
    },
  });
  return found;
}

function workbook(xml: string) {
  const sheets: { id: string | undefined; state: string | undefined }[] = [];
  let isFrom1904 = false;
  readXml(xml, {
    open(tag, attributes) {
      if (tag === 'sheet') sheets.push({ id: attributes.id, state: attributes.state });
      if (tag === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    },
  });
  return { sheets, isFrom1904 };
}

/** Runs of one string joined; what only tells how to read it aloud (rPh) is left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let [text, isText, isPhonetic] = ['', false, false];
  readXml(xml, {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') isPhonetic = true;
      isText = tag === 't' && !isPhonetic;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(tag) {
      isText = false;
      if (tag === 'rPh') isPhonetic = false;
      if (tag !== 'si') return;
      strings.push(text);
      if (strings.length > IMPORT_LIMITS.xlsx.strings) refuseFile(fileProblems.tooLargeUnpacked());
    },
  });
  return strings;
}

function numberFormats(xml: string): (string | number)[] {
  const own = new Map<number, string>();
  const formats: (string | number)[] = [];
  let isCellFormats = false;
  readXml(xml, {
    open(tag, { numFmtId, formatCode }) {
      if (tag === 'numFmt') own.set(Number(numFmtId), formatCode ?? '');
      if (tag === 'cellXfs') isCellFormats = true;
      if (tag === 'xf' && isCellFormats) formats.push(own.get(Number(numFmtId)) ?? Number(numFmtId ?? 0));
      if (formats.length > IMPORT_LIMITS.xlsx.styles) refuseFile(fileProblems.tooLargeUnpacked());
    },
    close(tag) {
      if (tag === 'cellXfs') isCellFormats = false;
    },
  });
  return formats;
}
