import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '@lxq/e2e/platform.ts';
import pg from 'pg';
import { dropIssue, makeIssue } from '../data/issue.ts';
import { type Figure, interleave, type Measure, spreadOf } from '../measure.ts';

const ITEMS = 600;
const ROUNDS = 5;
const PATIENCE_MS = 120_000;
const REQUEST =
  'mutation ($id: ID!, $format: FileFormat!) { requestDigestFile(id: $id, format: $format) { id state } }';
const FILES = 'query ($id: ID!) { digest(id: $id) { files { id state size error } } }';

interface File {
  id: string;
  state: string;
  size: number;
  error: string | null;
}

/** From the click to the file that is ready to be downloaded, over HTTP and through the queue. */
export const measure: Measure = {
  run: async (bench) => {
    const admin = new pg.Client(bench.adminUrl);
    await admin.connect();
    const served = await bench.serve();
    const token = await bench.token({ role: 'COUNTY_CLERK' });
    const id = await makeIssue(admin, ITEMS);
    try {
      const sizes = new Map<string, number>();
      const once = (format: string) => async (round: number) => {
        // The same content is made once: each time another title.
        await admin.query('update digest set title = $2 where id = $1', [id, `摘报${format}${round}`]);
        const begun = performance.now();
        const { size } = await fileOf(served.url, token, id, format);
        sizes.set(format, size);
        return (performance.now() - begun) / 1000;
      };
      await once('PDF')(-1); // makes the fonts on a machine that has none
      await once('DOCX')(-1);
      const took = await interleave(ROUNDS, { PDF: once('PDF'), DOCX: once('DOCX') });
      return (['PDF', 'DOCX'] as const).map((format) => figureOf(format, took[format], sizes.get(format) as number));
    } finally {
      await served.stop();
      await dropIssue(admin, id);
      await admin.end();
    }
  },
};

async function fileOf(url: string, token: string, id: string, format: string): Promise<File> {
  const asked = await ask<{ requestDigestFile: File }>(url, token, REQUEST, { id, format });
  const wanted = asked.data?.requestDigestFile.id;
  if (!wanted) throw new Error(JSON.stringify(asked.errors));
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(15)) {
    const { data, errors } = await ask<{ digest: { files: File[] } }>(url, token, FILES, { id });
    const file = data?.digest.files.find((each) => each.id === wanted);
    if (!file || file.state === 'FAILED') throw new Error(file?.error ?? JSON.stringify(errors));
    if (file.state === 'READY') return file;
  }
  throw new Error(`no ${format} within ${PATIENCE_MS} ms`);
}

const figureOf = (format: string, seconds: readonly number[], size: number): Figure => ({
  measure: `an issue of ${ITEMS} items as ${format}`,
  ...spreadOf(seconds),
  reach: '≤ 2 s',
  note: `from the request to READY, through the queue and the typesetter's own process; ${Math.round(size / 1024)} kB`,
});
