import { rm } from 'node:fs/promises';
import type { Changes } from './changes.ts';
import { type Coverage, coverageOf } from './coverage.ts';
import { type Finding, Findings, refuseFile } from './finding.ts';
import type { Write } from './kind.ts';
import { type KindName, kindOf } from './kinds.ts';
import { networkProblems } from './network.problems.ts';
import { type InitialPassword, writePasswords } from './passwords.ts';
import { entriesOf } from './sheet.ts';
import { readTable } from './table.ts';
import { importTransaction, type Query } from './transaction.ts';

export interface ImportJob {
  kind: KindName;
  file: string;
  isDryRun?: boolean;
  closeMissing?: boolean;
  /** Six digits; needed where the database holds several counties. */
  county?: number;
  /** YYYY-MM-DD, today unless given. */
  asOf?: string;
  /** Where the initial passwords of new accounts are written; must not be there yet. */
  passwordFile?: string;
}

export interface ImportOutcome {
  changes: Changes;
  warnings: Finding[];
  coverage: Coverage[];
  /** Where the initial passwords stand, when accounts were opened. */
  passwordFile: string | undefined;
}

/** What a file says, checked as far as the file alone can tell. */
export interface PreparedImport {
  job: ImportJob;
  findings: Findings;
  rows: number;
  write: Write;
}

/** Reads and checks a file; throws ImportRefused with every finding. */
export async function prepareImport(job: ImportJob): Promise<PreparedImport> {
  const { sheet, prepare } = kindOf(job.kind);
  const findings = new Findings();
  const entries = entriesOf(sheet, await readTable(job.file), findings);
  return { job, findings, rows: entries.length, write: prepare(entries, findings) };
}

/** Writes a prepared file, all of it or nothing. */
export async function runImport(
  { job, findings, write }: PreparedImport,
  adminUrl: string,
  progress: (detail: string) => void = () => {},
): Promise<ImportOutcome> {
  const { isDryRun = false, closeMissing = false, asOf = today() } = job;
  const passwords: InitialPassword[] = [];
  let passwordFile: string | undefined;
  try {
    return await importTransaction(adminUrl, isDryRun, async (query) => {
      const county = kindOf(job.kind).bringsCounty ? 0 : await theCounty(query, job.county);
      const context = { county, asOf, lastDay: dayBefore(asOf), closeMissing, isDryRun, findings, passwords, progress };
      const changes = await write(query, context);
      if (passwords.length > 0) passwordFile = await writePasswords(job.passwordFile, passwords);
      return { changes, warnings: findings.warnings, coverage: await coverageOf(query, context.county), passwordFile };
    });
  } catch (error) {
    if (passwordFile) await rm(passwordFile, { force: true }); // its accounts do not exist
    throw error;
  }
}

async function theCounty(query: Query, wanted: number | undefined): Promise<number> {
  const rows = await query<{ county_code: number }>('select county_code from county order by county_code');
  const codes = rows.map(({ county_code }) => county_code);
  const [only, another] = codes;
  if (wanted !== undefined && codes.includes(wanted)) return wanted;
  if (wanted === undefined && only !== undefined && another === undefined) return only;
  return refuseFile(codes.length === 0 ? networkProblems.noCounty() : networkProblems.whichCounty(codes.join(', ')));
}

/** In Asia/Shanghai, where the counties are. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
