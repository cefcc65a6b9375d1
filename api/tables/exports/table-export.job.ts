import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { JobHelpers } from 'graphile-worker';
import type { Logger } from 'pino';
import type { AttachmentStore } from '../../attachments/bytes/attachment-store.ts';
import { CodedError } from '../../platform/contract/errors.ts';
import { wordsIn } from '../../platform/contract/words.ts';
import { inStep, jobScope, type Making, NOT_MADE, tried } from '../../platform/jobs/making.ts';
import type { Database } from '../../platform/scope/database.ts';
import type { Entering } from '../../platform/scope/entering.ts';
import type { Rights } from '../../platform/scope/rights.ts';
import { queryRows } from '../../platform/scope/rows.ts';
import { sheetName } from '../../platform/sheets/sheet.about.ts';
import type { SheetRow } from '../../platform/sheets/sheet.ts';
import { SHEET_WRITERS } from '../../platform/sheets/sheet.writers.ts';
import { newId } from '../../platform/tables/ids.ts';
import type { TableExport } from './table-export.entity.ts';
import { type ExportJob, expiry, refuseLong } from './table-export.service.ts';
import { type Written, writtenOf } from './table-export.sheet.ts';
import { EXPORT_WORDS } from './table-export.words.ts';

/** How often it is told how far it is, and asked whether it is still wanted. */
const LOOK_MS = 500;

/** Where an export's bytes lie, beside those of attachments: of each run its own. */
export const keyOfExport = ({ countyCode, id, run }: Pick<TableExport, 'countyCode' | 'id'> & { run: string }) =>
  `${countyCode}/${id}/${run}.export`;

/** Nobody wants it any more, or somebody else makes it. */
class Unwanted extends Error {}

interface Run extends Making {
  job: ExportJob;
  run: string;
  store: AttachmentStore;
}

/**
 * Writes what was asked for under the rights that the asker's post gives now. A post that has ended, and a question that cannot be answered, end it with a word;
 * anything else is tried again.
 */
export async function makeExport(
  database: Database,
  payload: unknown,
  helpers: JobHelpers,
  { log, store }: { log: Logger; store: AttachmentStore },
): Promise<void> {
  const job = payload as ExportJob;
  const given = await rightsOf(database, job);
  if (!given) return endLost(database, job);
  const rights = { ...given, tokenHash: '', tokenScopes: null };
  const making = { database, rights, entering: enterExport(job, false), language: job.language };
  const run: Run = { ...making, job, run: newId(), store };
  const make = () =>
    write(run, helpers).catch(async (error) => {
      // Otherwise nobody knows whether the row says READY: what it does not know goes at night.
      if (!(error instanceof Unwanted || error instanceof CodedError)) throw error;
      await store.remove(keyOf(run)).catch(() => {});
      if (error instanceof Unwanted) return unlessHeld(run);
      return settle(run, 'FAILED', [error.zh, error.en]);
    });
  const giveUp = (isLast: boolean) => (isLast ? settle(run, 'FAILED', NOT_MADE) : settle(run, 'QUEUED'));
  await tried(helpers, { log, exportId: job.exportId }, { make, giveUp });
}

/** Today's, of the post that it was asked for under; none as well where nothing is to be made any more. */
const rightsOf = async (database: Database, { countyCode, exportId }: ExportJob): Promise<Rights | undefined> =>
  (await queryRows<Rights>(database.jobs, 'select * from app.export_rights($1, $2)', [countyCode, exportId]))[0];
/** Whose post has ended may not even be told under their own rights; what was cancelled or is done stays as it is. */
async function endLost(database: Database, { countyCode, exportId, language }: ExportJob): Promise<void> {
  const words = wordsIn(language, EXPORT_WORDS.ended);
  await queryRows(database.jobs, 'select app.end_export($1, $2, $3)', [countyCode, exportId, words]);
}
/** Where somebody else makes it by now, it is theirs. */
async function unlessHeld({ database, job }: Run): Promise<void> {
  if (!(await rightsOf(database, job))) await endLost(database, job);
}

const enterExport = ({ countyCode, exportId }: ExportJob, isReading: boolean): Entering => ({
  name: 'enter_export',
  text: 'select app.enter_export($1, $2, $3)',
  values: [countyCode, exportId, isReading],
});
const keyOf = ({ job, run }: Run) => keyOfExport({ countyCode: job.countyCode, id: job.exportId, run });

async function write(run: Run, helpers: JobHelpers): Promise<void> {
  const asked = await begin(run);
  const watch = new Watch(run);
  const signal = AbortSignal.any([watch.signal, helpers.abortSignal]);
  const scope = jobScope(
    { ...run, entering: enterExport(run.job, true) },
    { isSnapshot: true, onGone: (cut) => onAbort(signal, cut) },
  );
  try {
    const written = await writtenOf(scope, asked);
    refuseLong(written.count, asked.format);
    watch.of = written.count;
    const rows = counted(written, watch);
    const source = SHEET_WRITERS[asked.format].write({ ...written.sheet, rows });
    const bytes = new Measured();
    const ends = await Promise.allSettled([
      pipeline(source, bytes, { signal }),
      run.store.putStream(keyOf(run), bytes),
    ]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
    if (watch.rows !== written.count) throw new Error(`${watch.rows} rows of ${written.count}`);
    await scope.end('commit');
    await watch.stop();
    await finish(run, { ...bytes.told(), rows: written.count, fileName: sheetName(written.sheet) });
  } catch (error) {
    await scope.end('rollback').catch(() => {});
    await watch.stop();
    throw watch.signal.aborted ? watch.signal.reason : error;
  }
}

function onAbort(signal: AbortSignal, cut: () => void): () => void {
  if (signal.aborted) cut();
  signal.addEventListener('abort', cut);
  return () => signal.removeEventListener('abort', cut);
}

async function begin(run: Run): Promise<TableExport> {
  const text = `update table_export set state = 'RUNNING', progress = 0, error = null, run = $3 where county_code = $1 and id = $2 and state in ('QUEUED', 'RUNNING') returning *`;
  return wanted(run, text, []);
}
async function finish(run: Run, made: { sha256: string; size: number; rows: number; fileName: string }): Promise<void> {
  const { sha256, size, rows, fileName } = made;
  const text = `update table_export set state = 'READY', progress = 100, sha256 = $4, size = $5, rows = $6, file_name = $7, expires_at = $8
    where county_code = $1 and id = $2 and run = $3 and state = 'RUNNING' returning *`;
  await inStep(run, async (scope) => {
    const values = [...keysOf(run), sha256, size, rows, fileName, expiry(scope.now)];
    if (!(await scope.row(text, values))) throw new Unwanted();
  }).catch(toUnwanted);
}
/** Ends this run without a file: for good, or until the queue tries again. */
async function settle(run: Run, state: 'FAILED' | 'QUEUED', why?: readonly [string, string]): Promise<void> {
  const text = `update table_export set state = $4, progress = 0, error = $5 where county_code = $1 and id = $2 and run = $3 and state = 'RUNNING' returning *`;
  const words = why ? wordsIn(run.job.language, why) : null;
  await wanted(run, text, [state, words]).catch((error) => {
    if (!(error instanceof Unwanted)) throw error;
    return unlessHeld(run);
  });
}

const keysOf = ({ job, run }: Run) => [job.countyCode, job.exportId, run];
/** A row that is still this run's to write. */
async function wanted(run: Run, text: string, values: readonly unknown[]): Promise<TableExport> {
  const row = await inStep(run, (scope) => scope.row<TableExport>(text, [...keysOf(run), ...values])).catch(toUnwanted);
  if (!row) throw new Unwanted();
  return row;
}
/** The database lets nobody in for what was cancelled, or whose asker has lost their post. */
function toUnwanted(error: unknown): never {
  throw (error as { code?: string }).code === '42501' ? new Unwanted() : error;
}

/** Tells how far it is while it is made, and stops it once nobody wants it. */
class Watch {
  of = 0;
  rows = 0;
  private readonly run: Run;
  private readonly gone = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private looking: Promise<void> | undefined;

  constructor(run: Run) {
    this.run = run;
    this.timer = setInterval(() => {
      this.looking ??= this.look().finally(() => {
        this.looking = undefined;
      });
    }, LOOK_MS);
  }
  get signal(): AbortSignal {
    return this.gone.signal;
  }
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }
  private async look(): Promise<void> {
    const text = `update table_export set progress = $4 where county_code = $1 and id = $2 and run = $3 and state = 'RUNNING' returning *`;
    const percent = this.of ? Math.min(95, Math.floor((95 * this.rows) / this.of)) : 0;
    await wanted(this.run, text, [percent]).catch((error) => {
      if (error instanceof Unwanted) this.gone.abort(error); // anything else only leaves the bar where it was
    });
  }
}

async function* counted({ stretches }: Written, watch: Watch): AsyncGenerator<SheetRow> {
  for await (const some of stretches) {
    for (const row of some) {
      watch.rows++;
      yield row;
    }
  }
}

/** Bytes on their way, hashed and counted. */
class Measured extends Transform {
  private readonly hash = createHash('sha256');
  private size = 0;
  override _transform(bytes: Buffer, _encoding: unknown, done: (error: null, bytes: Buffer) => void): void {
    this.hash.update(bytes);
    this.size += bytes.length;
    done(null, bytes);
  }
  told() {
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}
