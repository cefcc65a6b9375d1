import { type Days, endOf, startOf } from '@lxq/schema/calendar.ts';
import { ISSUED_CENSURES } from '@lxq/schema/censures/censure-states.ts';
import { ISSUED_ORDERS } from '@lxq/schema/orders/order-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { oneOf } from '../platform/tables/words.ts';

/** Of one township, department or enterprise; at a township's, of one of its units. */
export interface SupervisedUnit {
  unitCode: number;
  guidance: number;
  supervision: number;
  inspected: number;
  censures: number;
  accountabilities: number;
}
export interface AccountabilityCount {
  kind: string;
  basis: string;
  count: number;
}

const STANDING = ISSUED_CENSURES.filter((state) => state !== 'REVOKED');
const ORDER = `select $UNIT as unit_code, (kind = 'GUIDANCE')::int as guidance, (kind = 'SUPERVISION')::int as supervision, (found is not null)::int as inspected, 0 as censures, 0 as accountabilities
  from guidance_order where county_code = $1 and ${oneOf('state', ISSUED_ORDERS)} and issued_at >= $2 and issued_at < $3`;
const CENSURE = `select $UNIT, 0, 0, 0, 1, 0 from censure where county_code = $1 and ${oneOf('state', STANDING)} and issued_at >= $2 and issued_at < $3`;
const DECIDED = `select $UNIT, 0, 0, 0, 0, 1 from accountability where county_code = $1 and state = 'RECORDED' and decided_on between $4::date and $5::date`;

/**
 * What was ordered, inspected, censured and decided in some days, by unit: the county counts townships and departments, a township its own units (R67, R71). Orders
 * and censures count on the day of their issue, a censure that was revoked not at all; row security says of which. Nobody in a unit is counted.
 */
export function supervised(scope: Scope, { from, to }: Days): Promise<SupervisedUnit[]> {
  const unit = LEVEL_OF[scope.rights.role] === 'COUNTY' ? 'township_code' : 'unit_code';
  const parts = [ORDER, CENSURE, DECIDED].map((text) => text.replace('$UNIT', unit)).join('\n union all ');
  const sums = ['guidance', 'supervision', 'inspected', 'censures', 'accountabilities']
    .map((name) => `sum(${name})::int as ${name}`)
    .join(', ');
  return scope.rows<SupervisedUnit>(`select unit_code, ${sums} from (${parts}) counted group by 1 order by 1`, [
    ...[scope.county, startOf(from), endOf(to), from, to],
  ]);
}

/** What was decided in some days, by kind and by what for. */
export const decided = (scope: Scope, { from, to }: Days) =>
  scope.rows<AccountabilityCount>(
    `select kind, basis, count(*)::int as count from accountability
     where county_code = $1 and state = 'RECORDED' and decided_on between $2::date and $3::date group by 1, 2 order by 1, 2`,
    [scope.county, from, to],
  );
