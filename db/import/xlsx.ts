import { Worker } from 'node:worker_threads';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Row } from './row.ts';
import type { XlsxAnswer } from './xlsx.worker.ts';

const { heapMegabytes, milliseconds } = IMPORT_LIMITS.xlsx;

/**
 * The rows of the first visible sheet as text; line numbers are Excel's. Read by a thread with a heap and a time of its own: the
 * command stays able to hear that it is to end, and a file that is made to hurt ends with its thread.
 */
export async function parseXlsx(bytes: Uint8Array): Promise<Row[]> {
  const worker = new Worker(new URL('./xlsx.worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 16 },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const { promise, resolve, reject } = Promise.withResolvers<XlsxAnswer | null>();
  const timer = setTimeout(() => resolve(null), milliseconds);
  worker.once('message', resolve);
  worker.once('error', (error: NodeJS.ErrnoException) =>
    error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
  );
  try {
    const answer = (await promise) ?? refuseFile(fileProblems.tooLargeUnpacked());
    return 'refused' in answer ? refuseFile(answer.refused) : withoutEmptyColumns(answer.rows);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Formatting alone makes Excel store empty cells to the right of the table. */
function withoutEmptyColumns(rows: Row[]): Row[] {
  const width = rows[0]?.cells.length ?? 0;
  return rows.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: Math.max(width, cells.length) }, (_, i) => cells[i] ?? ''),
  }));
}
