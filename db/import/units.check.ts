import type { UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import type { Findings } from './finding.ts';
import { tidyName } from './key.ts';
import { networkProblems } from './network.problems.ts';
import { refuseTwice, takeRef, takeWord, takeYesNo } from './row-values.ts';
import type { Entry } from './sheet.ts';
import { unitCode } from './unit-directory.ts';
import type { UnitField } from './units.sheet.ts';
import { UNIT_KIND_WORDS } from './words.ts';

export interface UnitLine {
  line: number;
  code: number | undefined;
  name: string;
  kind: UnitKind;
  parent: string;
  area: { name: string; chief: string | undefined; deputy: string | undefined } | undefined;
  principal: string | undefined;
  isActive: boolean | undefined;
}

/** Departments and key enterprises are no divisions: they take township numbers of their own (R3). */
export const SEATS: Partial<Record<UnitKind, readonly [number, number]>> = {
  DEPARTMENT: [600, 799],
  KEY_ENTERPRISE: [800, 999],
};

/** What a units file alone can tell. */
export function checkUnits(entries: Entry<UnitField>[], findings: Findings): UnitLine[] {
  const codes = new Map<string, number>();
  const names = new Map<string, number>();
  const rows = entries.flatMap((entry) => {
    const row = entry.isSound && checkEntry(entry, findings);
    if (!row) return [];
    const isRepeated = row.code
      ? refuseTwice(codes, String(row.code), { line: row.line, field: 'code', value: entry.value.code }, findings)
      : refuseTwice(names, `${row.kind} ${row.name}`, { line: row.line, field: 'name', value: row.name }, findings);
    return isRepeated ? [] : [row];
  });
  return rows;
}

function checkEntry({ line, value }: Entry<UnitField>, findings: Findings): UnitLine | undefined {
  const before = findings.list.length;
  const at = (field: UnitField) => ({ line, field, value: value[field] });
  const kind = takeWord(UNIT_KIND_WORDS, at('kind'), findings);
  const code = value.code ? unitCode(value.code) : undefined;
  if (value.code && code === undefined) findings.refuse(at('code'), networkProblems.unitCodeForm());
  const range = kind && SEATS[kind];
  if (code !== undefined && range && !isSeat(code, range))
    findings.refuse(at('code'), networkProblems.seatRange(...range));
  if (value.parent && kind && !range) findings.refuse(at('parent'), networkProblems.parentNotAllowed());
  const [chief, deputy, principal] = (['area_chief', 'area_deputy', 'principal'] as const).map((field) =>
    takeRef(at(field), findings),
  );
  const hasArea = [value.area, value.area_chief, value.area_deputy].some(Boolean);
  if (hasArea && (kind !== 'VILLAGE_ROOM' || !value.area))
    findings.refuse(at('area'), networkProblems.areaNotAllowed());
  const isActive = takeYesNo(at('active'), findings);
  if (findings.list.length > before || !kind) return undefined;
  const area = hasArea ? { name: tidyName(value.area), chief, deputy } : undefined;
  return { line, code, name: tidyName(value.name), kind, parent: value.parent, area, principal, isActive };
}

function isSeat(code: number, [from, to]: readonly [number, number]): boolean {
  const number = Math.floor(code / 1_000_000) % 1000;
  return code % 1_000_000 === 0 && number >= from && number <= to;
}
