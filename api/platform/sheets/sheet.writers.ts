import { Readable } from 'node:stream';
import { toCsv } from './csv.ts';
import type { Sheet, SheetFormat, SheetWriter } from './sheet.ts';
import { toXlsx } from './xlsx/xlsx.ts';

/** The port: whoever exports takes a format's writer from here and knows nothing of how files of that kind are made. */
export const SHEET_WRITERS: Record<SheetFormat, { write: SheetWriter; mediaType: string }> = {
  XLSX: {
    write: (sheet) => toXlsx(sheet),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  CSV: { write: toCsv, mediaType: 'text/csv; charset=utf-8; header=present' },
  DOCX: {
    write: (sheet) => Readable.from(docxTable(sheet), { objectMode: false }),
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
};

/** What makes documents takes 30 MB by itself, which a million rows have no use for. */
async function* docxTable(sheet: Sheet): AsyncGenerator<Uint8Array> {
  const { toDocxTable } = await import('./docx.ts');
  yield* toDocxTable(sheet);
}
