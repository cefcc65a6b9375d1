import { matterNumberIn } from '@lxq/schema/accountabilities/accountability-draft.ts';
import { type Days, startOf } from '@lxq/schema/calendar.ts';
import { badInput } from '../platform/contract/errors.ts';
import { ownTo } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Accountability } from './accountability.entity.ts';
import { ACCOUNTABILITY_WORDS } from './accountability.words.ts';

const MOST = 200;

/** Newest first, the county's all, a township's and a department's its own; those taken back too: who counted them finds out why they are counted no more. */
export const list = (scope: Scope, { from, to }: Days) => {
  const wanted = ownTo(scope, 'township_code').add('decided_on between ?::date and ?::date', from, to);
  return scope.rows<Accountability>(
    `select * from accountability where ${wanted} order by decided_on desc, id desc limit ${MOST}`,
    wanted.values,
  );
};

/** Which case or censure somebody means by a number; null where they gave none. */
export async function matterOf(scope: Scope, given: string | null | undefined) {
  const text = given?.trim();
  if (!text) return { caseId: null, censureId: null };
  const number = matterNumberIn(text);
  const [table, at] = number?.of === 'CASE' ? ['cases', 'opened_at'] : ['censure', 'drafted_at'];
  const found = number
    ? await scope.row<{ id: string }>(
        `select id from ${table} where county_code = $1 and serial = $2 and ${at} >= $3 and ${at} < $4`,
        [...[scope.county, number.serial], ...[startOf(`${number.year}-01-01`), startOf(`${number.year + 1}-01-01`)]],
      )
    : undefined;
  if (!number || !found) throw badInput('matterNo', ...ACCOUNTABILITY_WORDS.matter);
  const isCase = number.of === 'CASE';
  return { caseId: isCase ? found.id : null, censureId: isCase ? null : found.id };
}
