import type { Paper } from '@lxq/schema/texts/paper.ts';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { TYPEFACES } from './docx.style.ts';

/** The earliest time that a zip entry can hold. */
const EPOCH = new Date(1980, 0, 1);

/**
 * The writer puts the clock and a running count of bookmarks into the file; the hash of a file must not depend on
 * them. It also cannot say which typeface to take where an official one is missing.
 */
export function settled(archive: Uint8Array, { date }: Paper): Uint8Array {
  const parts = unzipSync(archive);
  rewrite(parts, 'docProps/core.xml', (xml) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`),
  );
  rewrite(parts, 'word/document.xml', (xml) => picturesFromOne(bookmarksFromOne(xml)));
  rewrite(parts, 'word/styles.xml', (xml) =>
    xml.replaceAll('<w:pPr><w:spacing', '<w:pPr><w:snapToGrid w:val="0"/><w:spacing'),
  );
  rewrite(parts, 'word/fontTable.xml', (xml) => xml.replace(/\/>$/, `>${substitutes()}</w:fonts>`));
  const entries = Object.keys(parts).sort(firstOfAll);
  return zipSync(Object.fromEntries(entries.map((name) => [name, [parts[name], { mtime: EPOCH }]])) as Zippable, {
    level: 6,
  });
}

function rewrite(parts: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts[name];
  if (!part) throw new Error(`the document has no ${name}`);
  parts[name] = strToU8(change(strFromU8(part)));
}

function bookmarksFromOne(xml: string): string {
  const renumbered = new Map<string, number>();
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)"/g, (_, before: string, id: string) => {
    if (!renumbered.has(id)) renumbered.set(id, renumbered.size + 1);
    return `${before}${renumbered.get(id)}"`;
  });
}

function picturesFromOne(xml: string): string {
  let n = 0;
  return xml.replace(/(<wp:docPr\b[^>]*? id=")\d+"/g, (_, before: string) => `${before}${++n}"`);
}

function substitutes(): string {
  return Object.values(TYPEFACES)
    .map(
      ({ name, instead, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
    )
    .join('');
}

/** Readers that stream expect the list of types first. */
function firstOfAll(a: string, b: string): number {
  const first = '[Content_Types].xml';
  return a === first ? -1 : b === first ? 1 : a < b ? -1 : 1;
}
