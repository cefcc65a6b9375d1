import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { exampleRows, exampleSheet } from './sheet.example.ts';
import type { SheetFormat } from './sheet.ts';
import { SHEET_WRITERS } from './sheet.writers.ts';

/** What a process of its own is told: so many rows of the example into a file. */
export interface BulkOrder {
  format: SheetFormat;
  rows: number;
  file: string;
}
export interface BulkDone {
  seconds: number;
  /** The most that the process ever had in memory. */
  peakBytes: number;
}

/** On Linux maxRSS begins with what the parent had when it forked. */
const peakBytes = (): number => {
  const own = existsSync('/proc/self/status') && /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return 1024 * (own ? Number(own) : process.resourceUsage().maxRSS);
};

const { format, rows, file } = JSON.parse(process.argv[2] as string) as BulkOrder;
const begun = performance.now();
await pipeline(SHEET_WRITERS[format].write(exampleSheet({ rows: exampleRows(rows) })), createWriteStream(file));
const done: BulkDone = {
  seconds: (performance.now() - begun) / 1000,
  peakBytes: peakBytes(),
};
process.send?.(done);
