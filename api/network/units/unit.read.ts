import { townshipOf } from '@lxq/schema/places.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { notFound } from '../../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../../platform/contract/graphql.ts';
import { Conditions } from '../../platform/lists/conditions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { UnitFilter } from '../network.input.ts';
import { unitByCode } from '../network.loaders.ts';
import type { Coverage } from '../network.type.ts';
import { checkCode, isCode } from '../places/place.code.ts';
import { holdsAll, wordsOf } from '../places/place.read.ts';
import { COVERED } from '../posts/officers.ts';
import { LED } from '../posts/principals.ts';
import type { Unit } from './unit.entity.ts';

/** Active units by code, with how many there are; a township lists its own part of the network, whose officers it can count. */
export async function listUnits(
  scope: Scope,
  filter: UnitFilter | null | undefined,
  first: number,
  after?: string | null,
): Promise<Connection<Unit>> {
  const wanted = where(scope, filter);
  const [count] = await scope.rows<{ units: number }>(
    `select count(*)::int as units from ${FROM} where ${wanted}`,
    wanted.values,
  );
  const key = decodeCursor(after, 1);
  if (key) wanted.add('u.code > ?::bigint', ...key);
  const text = `select u.* from ${FROM} where ${wanted} order by u.code limit ${pageBucket(pageSize(first))}`;
  const page = connection(await scope.rows<Unit>(text, wanted.values), first, ({ code }) => [code]);
  return { ...page, totalCount: count?.units ?? 0 };
}

/** The directory is everybody's; what else of it is shown, its fields decide. */
export async function unitOf(scope: Scope, code: string): Promise<Unit> {
  const unit = isCode(code) ? await unitByCode(scope).load(Number(code)) : null;
  if (!unit) throw notFound('该单位', 'unit');
  return unit;
}

const FROM = 'unit u join place p on p.county_code = u.county_code and p.code = u.code';

function where(scope: Scope, filter: UnitFilter | null | undefined): Conditions {
  const wanted = inSight(scope);
  const words = wordsOf(filter?.text);
  if (filter?.kind) wanted.add('u.kind = ?', filter.kind);
  if (filter?.parentCode) wanted.add('u.parent_code = ?', checkCode(filter.parentCode, 'parentCode'));
  if (filter?.isCovered != null) wanted.add(`(u.code in (${COVERED})) = ?::boolean`, filter.isCovered);
  if (filter?.hasPrincipal != null) wanted.add(`(u.code in (${LED})) = ?::boolean`, filter.hasPrincipal);
  if (words.length)
    wanted.add(holdsAll(`lower(u.name || ' ' || p.full_name || ' ' || p.pinyin || ' ' || p.initials)`), words);
  return wanted;
}

/** $1 is the county. */
function inSight(scope: Scope): Conditions {
  const { role, unitCode } = scope.rights;
  const wanted = new Conditions().add('u.county_code = ? and u.is_active', scope.county);
  if (LEVEL_OF[role] === 'TOWNSHIP') wanted.add('u.township_code = ?', townshipOf(unitCode));
  else if (LEVEL_OF[role] !== 'COUNTY') wanted.add('u.code = ?', unitCode);
  return wanted;
}

/** By kind; the county office, where the network ends, is no part of it (R2). */
export function coverage(scope: Scope): Promise<Coverage[]> {
  const wanted = inSight(scope).add(`u.kind <> 'COUNTY_OFFICE'`);
  return scope.rows<Coverage>(
    `select u.kind, count(*)::int as units, (count(*) filter (where u.code in (${COVERED})))::int as covered,
       (count(*) filter (where u.code in (${LED})))::int as with_principal
     from unit u where ${wanted} group by u.kind order by u.kind`,
    wanted.values,
  );
}
