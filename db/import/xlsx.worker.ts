import { parentPort, workerData } from 'node:worker_threads';
import { ImportRefused, type Problem, type Spot } from './finding.ts';
import type { Row } from './row.ts';
import { openArchive } from './xlsx.archive.ts';
import { openBook } from './xlsx.book.ts';
import { rowsOf } from './xlsx.cells.ts';

export type XlsxAnswer = { rows: Row[] } | { refused: Problem & Spot };

parentPort?.postMessage(answer(workerData as Uint8Array));

function answer(bytes: Uint8Array): XlsxAnswer {
  try {
    const archive = openArchive(bytes);
    const book = openBook(archive);
    return { rows: rowsOf(archive.text(book.sheet), book) };
  } catch (error) {
    const found = error instanceof ImportRefused && error.findings.list[0];
    if (!found) throw error;
    return { refused: found };
  }
}
