import type { Findings, Spot } from './finding.ts';
import { networkProblems } from './network.problems.ts';
import { personId } from './person-ref.ts';
import type { Query } from './transaction.ts';

/** The persons of a county, found by staff number. */
export class PersonDirectory {
  readonly county: number;
  readonly #names: Map<string, string>;

  constructor(county: number, rows: { id: string; name: string }[]) {
    this.county = county;
    this.#names = new Map(rows.map(({ id, name }) => [id, name]));
  }

  static async load(query: Query, county: number): Promise<PersonDirectory> {
    return new PersonDirectory(county, await query('select id, name from person where county_code = $1', [county]));
  }

  find(ref: string, spot: Spot, findings: Findings): { id: string; name: string } | undefined {
    const id = personId(this.county, ref, this.#names);
    const name = this.#names.get(id);
    if (name !== undefined) return { id, name };
    findings.refuse({ ...spot, value: ref }, networkProblems.personUnknown());
    return undefined;
  }
}
