import type { County } from '../network/units/county.entity.ts';
import type { Rights } from '../platform/scope/rights.ts';
import type { Scope } from '../platform/scope/scope.ts';

interface Beside {
  /** A query for one value; `c` is the county. */
  sql: string;
  isFor: (rights: Rights) => boolean;
}
const besides = new Map<string, Beside>();

/** What a later noun reads of whoever comes in, in the statement that reads their county. Before anybody comes. */
export function besideCounty<Value>(name: string, beside: Beside) {
  besides.set(name, beside);
  return async (scope: Scope): Promise<Value | undefined> => (await countyOfViewer(scope))?.[name] as Value | undefined;
}

/** With what is read beside it, by its name. */
export const countyOfViewer = (scope: Scope): Promise<(County & Record<string, unknown>) | null> =>
  scope
    .loader<number, County & Record<string, unknown>>('county of the viewer', async (codes) => {
      const wanted = [...besides].filter(([, { isFor }]) => isFor(scope.rights));
      const columns = ['c.*', ...wanted.map(([name, { sql }]) => `(${sql}) as "${name}"`)];
      const text = `select ${columns.join(', ')} from county c where c.county_code = $1`;
      const county = await scope.row<County & Record<string, unknown>>(text, [scope.county]);
      return codes.map(() => county ?? null);
    })
    .load(scope.county);
