import type { UnitChoice } from './instructionDraft.ts';

interface SourceUnit {
  code: string;
  name: string;
  kind: string;
  parentCode: string | null;
}

const MOST = 4;

/**
 * Units likely to be responsible, likeliest first: the townships' stations the reports came up through, departments that
 * reported themselves, then those this leader named lately.
 */
export function suggestedUnits(
  reports: ReadonlyArray<{ unit: SourceUnit }>,
  lately: readonly UnitChoice[],
  known: readonly UnitChoice[],
): UnitChoice[] {
  const byCode = new Map(known.map((unit) => [unit.code, unit]));
  const weight = new Map<string, number>();
  for (const { unit } of reports) {
    const code = byCode.has(unit.code) ? unit.code : unit.parentCode;
    if (code && byCode.has(code)) weight.set(code, (weight.get(code) ?? 0) + 1);
  }
  const fromReports = [...weight].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const codes = new Set([...fromReports, ...lately.map((unit) => unit.code)]);
  return [...codes].flatMap((code) => byCode.get(code) ?? []).slice(0, MOST);
}
