import type { UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import { type Changes, DEED_WORDS, type Deed } from './changes.ts';
import type { Coverage } from './coverage.ts';
import type { Finding } from './finding.ts';
import type { ImportOutcome } from './import.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { UNIT_KIND_WORDS } from './words.ts';

const SHOWN_A_DEED = 20;

/** Findings as lines: where, what, what to do; Chinese first, then English. */
export function tellFindings(findings: Finding[]): string[] {
  const shown = findings.slice(0, IMPORT_LIMITS.findingsShown);
  const rest = findings.length - shown.length;
  const more = rest > 0 ? [`…… 另有 ${rest} 处未列出 / and ${rest} more`] : [];
  return [...shown.flatMap(tellFinding), ...more];
}

function tellFinding({ severity, line, field, value, code, what, remedy }: Finding): string[] {
  const mark = severity === 'ERROR' ? '✖' : '⚠';
  const place = line === undefined ? '全文件 file' : `第 ${line} 行 line ${line}`;
  const cell = [field, value === undefined ? '' : `“${printable(value)}”`].filter(Boolean).join(' ');
  return [
    `${mark} ${[place, cell, code].filter(Boolean).join(' · ')}`,
    `    ${what.zh}。→ ${remedy.zh}。`,
    `    ${what.en}. → ${remedy.en}.`,
  ];
}

/** A file may hold anything; a terminal is not to obey it. */
function printable(value: string): string {
  const seen = value.replace(/[\p{Cc}\p{Cf}]/gu, '�');
  return seen.length > IMPORT_LIMITS.name ? `${seen.slice(0, IMPORT_LIMITS.name)}…` : seen;
}

/** What was done, or would be, and how far the network reaches now (R2). */
export function tellOutcome({ changes, coverage, passwordFile }: ImportOutcome, isDryRun: boolean): string[] {
  const { zh, en } = changes.summary();
  const lines = [
    ...(Object.keys(DEED_WORDS) as Deed[]).flatMap((deed) => tellDeed(deed, changes)),
    `${isDryRun ? '试运行,未写入:' : '完成:'}${zh}`,
    `${isDryRun ? 'Dry run, nothing written: ' : 'Done: '}${en}`,
    ...changes.also.map(({ what, count }) => `  + ${count} ${what.zh} / ${what.en}`),
    ...tellCoverage(coverage),
  ];
  if (passwordFile)
    lines.push(
      `初始密码 / initial passwords: ${passwordFile}`,
      '  仅本次可见,分发后请删除 / hand them out, then delete the file',
    );
  return lines;
}

function tellDeed(deed: Deed, changes: Changes): string[] {
  const labels = changes.list[deed];
  if (labels.length === 0) return [];
  const shown = labels.slice(0, SHOWN_A_DEED).map((label) => `    ${printable(label)}`);
  const rest = labels.length - shown.length;
  return [`${DEED_WORDS[deed]} ${deed}:`, ...shown, ...(rest > 0 ? [`    …… +${rest}`] : [])];
}

function tellCoverage(coverage: Coverage[]): string[] {
  const all = { units: sum(coverage, 'units'), covered: sum(coverage, 'covered') };
  const rows = coverage.map(
    ({ kind, units, covered }) => `  ${UNIT_KIND_WORDS[kind as UnitKind][0]} ${kind}: ${covered} / ${units}`,
  );
  return [`网络覆盖 Network coverage: ${all.covered} / ${all.units} (${percent(all.covered, all.units)})`, ...rows];
}

const sum = (rows: Coverage[], field: 'units' | 'covered') => rows.reduce((total, row) => total + row[field], 0);
const percent = (part: number, whole: number) => (whole === 0 ? '0%' : `${((100 * part) / whole).toFixed(1)}%`);
