import { findPersonalData } from '@lxq/schema/texts/personal-data.ts';
import type { Findings, Spot } from './finding.ts';
import { foldKey, plainKey } from './key.ts';
import { networkProblems } from './network.problems.ts';
import { rowProblems } from './row.problems.ts';
import { allowed, readWord, type WordList, YES_NO } from './words.ts';

/** One of a closed set of words, or a finding. */
export function takeWord<T extends string>(words: WordList<T>, spot: Spot, findings: Findings): T | undefined {
  const word = readWord(words, spot.value ?? '');
  if (!word) findings.refuse(spot, rowProblems.unknownWord(allowed(words)));
  return word;
}

/** 是 or 否; undefined when the cell is empty and nothing is to change. */
export function takeYesNo(spot: Spot, findings: Findings): boolean | undefined {
  if (!spot.value) return undefined;
  const word = takeWord(YES_NO, spot, findings);
  return word && word === 'YES';
}

/** A calendar day as YYYY-MM-DD; 2026/3/1 and 2026年3月1日 are understood. */
export function takeDay(spot: Spot, findings: Findings): string | undefined {
  if (!spot.value) return undefined;
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plainKey(spot.value)) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = Date.parse(`${iso}T00:00:00Z`);
  if (!Number.isNaN(instant) && new Date(instant).toISOString().startsWith(iso)) return iso;
  findings.refuse(spot, rowProblems.badDay());
  return undefined;
}

/** A staff number. Personal numbers are refused: an identifier ends up in many places. */
export function takeRef(spot: Spot, findings: Findings): string | undefined {
  const ref = plainKey(spot.value ?? '');
  if (ref === '') return undefined;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(ref)) findings.refuse(spot, networkProblems.refForm());
  else if (findPersonalData(ref).length > 0) findings.refuse(spot, networkProblems.refPersonal());
  else return ref;
  return undefined;
}

/** Refuses a second row of the same thing, naming the line of the first. */
export function refuseTwice(seen: Map<string, number>, key: string, spot: Spot, findings: Findings): boolean {
  const earlier = seen.get(foldKey(key));
  if (earlier === undefined) seen.set(foldKey(key), spot.line ?? 0);
  else findings.refuse(spot, rowProblems.duplicate(earlier));
  return earlier !== undefined;
}
