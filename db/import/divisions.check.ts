import { namedCharacter } from '@lxq/schema/texts/characters.ts';
import { divisionProblems } from './division.problems.ts';
import { type DivisionField, type DivisionLevel, readLevel } from './divisions.sheet.ts';
import type { Findings, Problem } from './finding.ts';
import { digitsKey, foldKey, isScientific, plainKey, tidyName } from './key.ts';
import { rowProblems } from './row.problems.ts';
import type { Entry } from './sheet.ts';

export interface Division {
  line: number;
  /** 12 digits. */
  code: string;
  name: string;
  level: DivisionLevel;
}

type Candidate = Division & { parent: string };

/** The divisions of one county, or every reason why they are not. */
export function checkDivisions(given: Entry<DivisionField>[], findings: Findings): Division[] {
  const entries = given.map(withPlainCodes);
  const candidates = entries.map((entry) => checkEntry(entry, findings)).filter((found) => found !== undefined);
  const rows = refuseRepeated(candidates, findings);
  const county = theCounty(rows, entries, findings);
  const codes = new Set(entries.map(({ value }) => value.code)); // of unsound rows too: one mistake, one finding
  for (const row of rows) checkParent(row, { county, codes }, findings);
  warnOfSameNames(rows, findings);
  return rows;
}

/** Codes as they are compared; one in scientific notation is read by value where that can be. */
function withPlainCodes(entry: Entry<DivisionField>): Entry<DivisionField> {
  const { code, name, parent } = entry.value;
  const value = { ...entry.value, code: codeOf(code, entry), name: tidyName(name), parent: digitsKey(parent) };
  return { ...entry, value };
}

/** 3.71723E+11 is a county; of a village it has lost the last digits. */
function codeOf(code: string, { value }: Entry<DivisionField>): string {
  const digits = digitsKey(code);
  return isScientific(code) && /^[1-9]\d{11}$/.test(digits) && divisionLevelOf(digits) !== readLevel(value.level)
    ? plainKey(code)
    : digits;
}

function checkEntry({ line, value, isSound }: Entry<DivisionField>, findings: Findings): Candidate | undefined {
  if (!isSound) return undefined;
  const { code, name, parent } = value;
  const before = findings.list.length;
  const level = readLevel(value.level);
  if (!level)
    findings.refuse(
      { line, field: 'level', value: value.level },
      rowProblems.unknownWord('county 县 / township 乡镇 / village 村'),
    );
  checkName({ line, field: 'name', value: name }, findings);
  checkCode({ line, field: 'code', value: code }, level, findings);
  if (findings.list.length > before || !level) return undefined;
  return { line, code, name, level, parent };
}

/**
 * Letters and numbers of any script and width, and the marks that official tables have in names of places: lists, brackets,
 * quotes, dots, dashes. “?” is what a failed conversion leaves, “=” begins what a spreadsheet would run.
 */
const NOT_IN_NAMES =
  /[^\p{L}\p{M}\p{N} 、，,。．.；;：:·•‧・()（）[\]［］【】〔〕〈〉《》「」“”‘’"'\-‐‑–—―－～~/／&＆#＃№°]/u;

function checkName(spot: { line: number; field: string; value: string }, findings: Findings): void {
  const bad = NOT_IN_NAMES.exec(spot.value)?.[0];
  if (bad) findings.refuse(spot, rowProblems.badCharacter(namedCharacter(bad)));
}

function checkCode(
  spot: { line: number; field: string; value: string },
  level: DivisionLevel | undefined,
  findings: Findings,
): void {
  const problem = codeProblem(spot.value, level);
  if (problem) findings.refuse(spot, problem);
}

function codeProblem(code: string, level: DivisionLevel | undefined): Problem | undefined {
  if (isScientific(code)) return divisionProblems.codeScientific();
  if (!/^[1-9]\d{11}$/.test(code)) return divisionProblems.codeForm();
  if (Number(code.slice(6, 9)) >= 600) return divisionProblems.seatNumber();
  const shown = divisionLevelOf(code);
  return level && shown !== level ? divisionProblems.levelMismatch(shown) : undefined;
}

export function divisionLevelOf(code: string): DivisionLevel {
  if (code.endsWith('000000')) return 'county';
  return code.endsWith('000') ? 'township' : 'village';
}

function refuseRepeated(candidates: Candidate[], findings: Findings): Candidate[] {
  const first = new Map<string, number>();
  return candidates.filter(({ line, code }) => {
    const earlier = first.get(code);
    if (earlier === undefined) return first.set(code, line);
    findings.refuse({ line, field: 'code', value: code }, rowProblems.duplicate(earlier));
    return false;
  });
}

/** The six digits of the file's county; undefined when a county row is there, only not a sound one. */
function theCounty(rows: Candidate[], entries: Entry<DivisionField>[], findings: Findings): string | undefined {
  const [county, ...others] = rows.filter(({ level }) => level === 'county');
  for (const { line, code } of others) {
    findings.refuse({ line, field: 'code', value: code }, divisionProblems.secondCounty(county?.line ?? 0));
  }
  const isMeant = entries.some(({ value }) => readLevel(value.level) === 'county');
  if (!county && !isMeant) findings.refuse({ field: 'level' }, divisionProblems.countyMissing());
  return county?.code.slice(0, 6);
}

interface Surroundings {
  county: string | undefined;
  codes: Set<string>;
}

function checkParent(row: Candidate, { county, codes }: Surroundings, findings: Findings): void {
  const { line, code, level, parent } = row;
  const spot = { line, field: 'parent', value: parent };
  if (level === 'county') {
    if (parent) findings.refuse(spot, divisionProblems.countyHasParent());
    return;
  }
  if (county && !code.startsWith(county)) {
    findings.refuse({ line, field: 'code', value: code }, divisionProblems.otherCounty(county));
    return;
  }
  const wanted = parentOf(code);
  if (parent !== wanted) findings.refuse(spot, divisionProblems.parentNotPrefix(wanted));
  else if (level === 'village' && !codes.has(wanted)) findings.refuse(spot, divisionProblems.parentMissing(wanted));
}

/** The code one level up; only for townships and villages. */
export function parentOf(code: string): string {
  return divisionLevelOf(code) === 'village' ? `${code.slice(0, 9)}000` : `${code.slice(0, 6)}000000`;
}

function warnOfSameNames(rows: Candidate[], findings: Findings): void {
  const first = new Map<string, number>();
  for (const { line, name, parent } of rows) {
    const key = `${parent} ${foldKey(name)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, line);
    else findings.warn({ line, field: 'name', value: name }, divisionProblems.sameName(earlier));
  }
}

/** The 15-digit number under which a place is kept: the 12 digits and the group, 000 where none (rules 3.4). */
export const placeCode = (code12: string): number => Number(`${code12}000`);
