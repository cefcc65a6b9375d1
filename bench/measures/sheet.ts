import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startChild } from '../child.ts';
import { type Figure, type Measure, spreadOf } from '../measure.ts';

const ROWS = 1_000_000;
const WRITER = path.resolve(import.meta.dirname, '../../api/platform/sheets/sheet.child.ts');
const MB = 1_000_000;

interface Written {
  seconds: number;
  peakBytes: number;
}

/** What a long export costs whoever writes it: the most memory that its process ever had, and how long it takes. */
export const measure: Measure = {
  isAlone: true,
  run: async ({ say }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'sheet-'));
    try {
      const figures: Figure[] = [];
      for (const format of ['XLSX', 'CSV']) figures.push(figureOf(format, await written(format, folder)));
      for (const { measure: name, note } of figures) say(`${name}: ${note}`);
      return figures;
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function written(format: string, folder: string): Promise<Written> {
  const child = startChild(WRITER, { format, rows: ROWS, file: path.join(folder, `sheet.${format.toLowerCase()}`) });
  const done = await child.answer<Written>();
  await child.end();
  return done;
}

const figureOf = (format: string, { seconds, peakBytes }: Written): Figure => ({
  measure: `${ROWS.toLocaleString('en')} rows × 12 columns as ${format}`,
  ...spreadOf([peakBytes / MB]),
  reach: '≤ 250 MB',
  note: `peak of a process of its own, in ${seconds.toFixed(1)} s`,
});
