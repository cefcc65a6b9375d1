import type { UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import type { Findings, Spot } from './finding.ts';
import { digitsKey, foldKey } from './key.ts';
import { networkProblems } from './network.problems.ts';
import type { Query } from './transaction.ts';

export interface KnownUnit {
  code: number;
  name: string;
  full_name: string;
  kind: UnitKind;
  parent_code: number | null;
  area_id: string | null;
  is_active: boolean;
}

/** The units of a county, found by what a clerk writes: 12 or 15 digits, the unit's name, its place's name in full. */
export class UnitDirectory {
  readonly #units = new Map<number, KnownUnit>();
  readonly #names = new Map<string, KnownUnit[]>();

  static async load(query: Query, county: number): Promise<UnitDirectory> {
    const rows = await query<KnownUnit>(
      `select u.code, u.name, p.full_name, u.kind, u.parent_code, u.area_id, u.is_active
       from unit u join place p on p.county_code = u.county_code and p.code = u.code
       where u.county_code = $1 and p.county_code = $1`,
      [county],
    );
    const directory = new UnitDirectory();
    for (const row of rows) directory.add(row);
    return directory;
  }

  add(unit: KnownUnit): void {
    this.#units.set(unit.code, unit);
    for (const name of new Set([unit.name, unit.full_name].map(foldKey))) {
      this.#names.set(name, [...(this.#names.get(name) ?? []), unit]);
    }
  }

  get(code: number): KnownUnit | undefined {
    return this.#units.get(code);
  }

  all(): KnownUnit[] {
    return [...this.#units.values()];
  }

  named(text: string): KnownUnit[] {
    return this.#names.get(foldKey(text)) ?? [];
  }

  /** The one unit that `text` means; otherwise a finding and nothing. */
  find(text: string, spot: Spot, findings: Findings): KnownUnit | undefined {
    const code = unitCode(text);
    const found = code === undefined ? this.named(text) : [this.get(code)].filter((unit) => unit !== undefined);
    if (found.length === 1) return found[0];
    const problem =
      found.length === 0
        ? networkProblems.unitUnknown()
        : networkProblems.unitAmbiguous(found.map((unit) => unit.code).join(' / '));
    findings.refuse(spot, problem);
    return undefined;
  }
}

/** 12 official digits or our 15 as the number under which places and units are kept (rules 3.4). */
export function unitCode(text: string): number | undefined {
  const digits = digitsKey(text);
  if (/^\d{15}$/.test(digits)) return Number(digits);
  return /^\d{12}$/.test(digits) ? Number(`${digits}000`) : undefined;
}
