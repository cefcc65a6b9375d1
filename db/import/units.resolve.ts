import { countyOf, officeOf } from '@lxq/schema/places.ts';
import type { Findings } from './finding.ts';
import type { WriteContext } from './kind.ts';
import { networkProblems } from './network.problems.ts';
import { PersonDirectory } from './person-directory.ts';
import { refuseTwice } from './row-values.ts';
import type { Query } from './transaction.ts';
import { type KnownUnit, UnitDirectory } from './unit-directory.ts';
import { SEATS, type UnitLine } from './units.check.ts';
import { UNIT_KIND_WORDS } from './words.ts';

export interface ResolvedUnit {
  line: number;
  code: number;
  name: string;
  kind: UnitLine['kind'];
  known: KnownUnit | undefined;
  parent: number | undefined;
  principal: { id: string; name: string } | undefined;
  area: { name: string; chief: string | undefined; deputy: string | undefined } | undefined;
  isActive: boolean | undefined;
}

/** Finds what each line means in the database, and gives new departments and enterprises their codes. */
export async function resolveUnits(
  query: Query,
  lines: UnitLine[],
  { county, findings }: WriteContext,
): Promise<ResolvedUnit[]> {
  const units = await UnitDirectory.load(query, county);
  const persons = await PersonDirectory.load(query, county);
  const numbers = new SeatNumbers(county, [
    ...units.all().map(({ code }) => code),
    ...lines.flatMap(({ code }) => code ?? []),
  ]);
  const seen = new Map<string, number>();
  const person = (ref: string | undefined, line: number, field: string) =>
    ref ? persons.find(ref, { line, field }, findings) : undefined;
  return lines.flatMap((row) => {
    const { line, name, kind } = row;
    const known = findKnown(row, units, findings);
    const code = known?.code ?? row.code ?? numbers.next(row, findings);
    if (code === undefined || !fits({ ...row, code }, { county, known, findings })) return [];
    if (refuseTwice(seen, String(code), { line, field: 'name', value: name }, findings)) return [];
    const parent = SEATS[kind] && parentOf(row, { county, known, units, findings });
    const principal = person(row.principal, line, 'principal');
    const area = row.area && {
      name: row.area.name,
      chief: person(row.area.chief, line, 'area_chief')?.id,
      deputy: person(row.area.deputy, line, 'area_deputy')?.id,
    };
    return [{ line, code, name, kind, known, parent, principal, area, isActive: row.isActive }];
  });
}

function findKnown(
  { line, code, name, kind }: UnitLine,
  units: UnitDirectory,
  findings: Findings,
): KnownUnit | undefined {
  if (code !== undefined) {
    const known = units.get(code);
    if (!known && !SEATS[kind])
      findings.refuse({ line, field: 'code', value: String(code) }, networkProblems.unitUnknown());
    return known;
  }
  const named = units.named(name).filter((unit) => unit.kind === kind);
  if (named.length > 1)
    findings.refuse(
      { line, field: 'name', value: name },
      networkProblems.unitAmbiguous(named.map((unit) => unit.code).join(' / ')),
    );
  else if (named.length === 0 && !SEATS[kind])
    findings.refuse({ line, field: 'name', value: name }, networkProblems.unitUnknown());
  return named[0];
}

interface Surroundings {
  county: number;
  known: KnownUnit | undefined;
  findings: Findings;
}

function fits(
  { line, code, kind }: { line: number; code: number; kind: UnitLine['kind'] },
  { county, known, findings }: Surroundings,
): boolean {
  const spot = { line, field: 'code', value: String(code) };
  if (countyOf(code) !== county) findings.refuse(spot, networkProblems.unitCodeForm());
  else if (known && known.kind !== kind)
    findings.refuse(
      { ...spot, field: 'kind' },
      networkProblems.otherKind(UNIT_KIND_WORDS[known.kind][0] ?? known.kind),
    );
  else return known !== undefined || SEATS[kind] !== undefined;
  return false;
}

/** The county office unless the file or the system says otherwise. */
function parentOf(
  { line, parent }: UnitLine,
  { county, known, units, findings }: Surroundings & { units: UnitDirectory },
): number | undefined {
  if (parent) return units.find(parent, { line, field: 'parent', value: parent }, findings)?.code;
  return known?.parent_code ?? officeOf(county);
}

/** Numbers never taken before: a closed unit keeps its own. */
class SeatNumbers {
  readonly #county: number;
  readonly #taken: Set<number>;

  constructor(county: number, taken: number[]) {
    this.#county = county;
    this.#taken = new Set(taken);
  }

  next({ line, name, kind }: UnitLine, findings: Findings): number | undefined {
    const [from, to] = SEATS[kind] ?? [0, -1];
    for (let number = from; number <= to; number++) {
      const code = (this.#county * 1000 + number) * 1_000_000;
      if (!this.#taken.has(code)) {
        this.#taken.add(code);
        return code;
      }
    }
    if (from > 0) findings.refuse({ line, field: 'name', value: name }, networkProblems.seatsFull(from, to));
    return undefined;
  }
}
