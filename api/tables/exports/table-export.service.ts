import { type Exported, isUnderWay } from '@lxq/schema/measures/table-exports.ts';
import { lengthProblem } from '@lxq/schema/problems.ts';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { badInput, conflict, notFound } from '../../platform/contract/errors.ts';
import { filled, LENGTH, refuseFirst } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import { fitting } from '../../platform/measuring/fitting.ts';
import { predicateOf, type Question } from '../../platform/measuring/question.ts';
import { type Cell, countRows } from '../../platform/measuring/rows.read.ts';
import { type Scope, scopeLevelOf } from '../../platform/scope/scope.ts';
import type { SheetFormat } from '../../platform/sheets/sheet.ts';
import { newId } from '../../platform/tables/ids.ts';
import type { TableExport } from './table-export.entity.ts';
import { find } from './table-export.read.ts';
import { titleOf } from './table-export.sheet.ts';
import { EXPORT_WORDS } from './table-export.words.ts';

const { tableExport: LIMIT } = SERVER_LIMITS;
const DAY_MS = 24 * 3_600_000;

/** What the worker needs to know; everything else it reads. */
export interface ExportJob {
  countyCode: number;
  exportId: string;
  language: Scope['caller']['language'];
}
export interface Asked {
  question: Question;
  what: Exported;
  format: SheetFormat;
  cell: Omit<Cell, 'measure'> & { measure?: string | null };
  title?: string | null;
}

/** Asks the queue for a file; the audit says of what. */
export async function request(
  scope: Scope,
  { question, what, format, cell: given, title }: Asked,
): Promise<TableExport> {
  fitting(scope, question);
  const cell = what === 'ROWS' ? cellOf(given) : null;
  const named = title?.trim() || null;
  if (named) refuseFirst(lengthProblem('title', named, LIMIT.title), { 'title.SHORT': LENGTH, 'title.LONG': LENGTH });
  await refuseBeyond(scope);
  const rows = cell ? await countRows(scope, question, cell) : null;
  if (rows !== null) refuseLong(rows, format);
  const { text: predicate, hash } = predicateOf(scope, question.filter);
  const { unitCode, role, postId, personId, actedById } = scope.rights;
  const id = newId();
  const file = {
    what,
    format,
    title: named ?? titleOf(scope, { question, cell }),
    question,
    cell,
    predicate,
    hash,
    rows,
  };
  await scope.insert('table_export', {
    ...{ countyCode: scope.county, id, unitCode, scopeLevel: scopeLevelOf(role), postId, personId, actedById },
    ...file,
    ...{ requestedAt: scope.now, expiresAt: expiry(scope.now) },
  });
  // One line, which its owner's unit keeps to itself.
  const subject = { subject: 'EXPORT', subjectId: id, unitCode, ears: 'UNIT' } as const;
  await record(scope, subject, {
    deed: 'exportTable',
    note: file.title,
    detail: { what, format, question, cell, predicate, hash },
  });
  const job: ExportJob = { countyCode: scope.county, exportId: id, language: scope.caller.language };
  await scope.rows('select app.add_job($1, $2, $3)', ['table_export', JSON.stringify(job), `table_export ${id}`]);
  return (await find(scope, id)) as TableExport;
}
export const expiry = (now: Date): Date => new Date(+now + LIMIT.days * DAY_MS);

/** Whoever makes it sees that within half a second, and stops. */
export async function cancel(scope: Scope, id: string): Promise<TableExport> {
  const asked = await find(scope, id);
  if (!asked) throw notFound(...EXPORT_WORDS.export);
  if (asked.state === 'CANCELLED') return asked;
  const row = isUnderWay(asked.state)
    ? await scope.row<TableExport>(
        `update table_export set state = 'CANCELLED', progress = 0 where county_code = $1 and id = $2 and state in ('QUEUED', 'RUNNING') returning *`,
        [scope.county, id],
      )
    : undefined;
  if (!row) throw conflict(...EXPORT_WORDS.done);
  return row;
}

function cellOf({ measure, ...cell }: Asked['cell']): Cell {
  if (!measure) throw badInput('measure', ...EXPORT_WORDS.measure);
  return { ...cell, measure };
}

/** Nothing is cut: what is too long is refused, with what to do instead. */
export function refuseLong(rows: number, format: SheetFormat): void {
  const most = format === 'DOCX' ? LIMIT.docxRows : LIMIT.rows;
  const words = format === 'DOCX' ? EXPORT_WORDS.tooManyForPaper : EXPORT_WORDS.tooMany;
  if (rows > most) throw badInput('format', ...filled(words, { rows, format, most }));
}

/** Few at once; of those that are done the oldest goes when there are many. */
async function refuseBeyond(scope: Scope): Promise<void> {
  const { county, rights, now } = scope;
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`exports ${rights.personId}`]);
  const open = await scope.row<{ n: number }>(
    `select count(*)::int as n from table_export where county_code = $1 and person_id = $2 and state in ('QUEUED', 'RUNNING') and expires_at > $3`,
    [county, rights.personId, now],
  );
  if ((open?.n ?? 0) >= LIMIT.open) throw badInput('exports', ...filled(EXPORT_WORDS.open, { most: LIMIT.open }));
  await scope.rows(
    `update table_export set expires_at = $3 where county_code = $1 and id in (
       select id from table_export where county_code = $1 and person_id = $2 and expires_at > $3 and state not in ('QUEUED', 'RUNNING')
       order by requested_at desc, id desc offset ${LIMIT.kept - 1})`,
    [county, rights.personId, now],
  );
}
