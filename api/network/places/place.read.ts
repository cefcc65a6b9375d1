import { folded, visibleLength } from '@lxq/schema/texts/characters.ts';
import { badInput, notFound } from '../../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../../platform/contract/graphql.ts';
import { Conditions } from '../../platform/lists/conditions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { PlaceFilter } from '../network.input.ts';
import { placeByCode } from '../network.loaders.ts';
import { checkCode, isCode } from './place.code.ts';
import type { Place } from './place.entity.ts';

const MOST_CHARACTERS = 60;

/** Places in force, by code; with a text those first that begin with it. */
export async function listPlaces(
  scope: Scope,
  filter: PlaceFilter | null | undefined,
  first: number,
  after?: string | null,
): Promise<Connection<Place>> {
  const words = wordsOf(filter?.text);
  const wanted = new Conditions().add(
    'p.county_code = ? and coalesce(p.valid_to, app.today()) >= app.today()',
    scope.county,
  );
  if (filter?.level) wanted.add('p.level = ?', filter.level);
  if (filter?.parentCode) wanted.add('p.parent_code = ?', checkCode(filter.parentCode, 'parentCode'));
  if (words.length)
    wanted.add(`${holdsAll(`lower(p.full_name || ' ' || p.name || ' ' || p.pinyin || ' ' || p.initials)`)}`, words);
  const rank = words.length ? beginsWith(wanted, words[0] as string) : '0';
  const key = decodeCursor(after, 2);
  if (key) wanted.add(`(${rank}, p.code) > (?::int, ?::bigint)`, ...key);
  const text = `select p.*, ${rank} as rank from place p where ${wanted} order by rank, p.code limit ${pageBucket(pageSize(first))}`;
  const rows = await scope.rows<Place & { rank: number }>(text, wanted.values);
  return connection<Place & { rank: number }>(rows, first, ({ rank: sorted, code }) => [sorted, code]);
}

/** Any of the county, as the unit at it. */
export async function placeOf(scope: Scope, code: string): Promise<Place> {
  const place = isCode(code) ? await placeByCode(scope).load(Number(code)) : null;
  if (!place) throw notFound('该地点', 'place');
  return place;
}

/** Every word must stand somewhere in the column; `?` are the words. */
export const holdsAll = (column: string) =>
  `not exists (select from unnest(?::text[]) word where position(word in ${column}) = 0)`;

/** 0 where name, pinyin or initials begin with the word, else 1. */
function beginsWith(wanted: Conditions, word: string): string {
  const n = wanted.values.push(word);
  return `case when starts_with(lower(p.name), $${n}) or starts_with(p.pinyin, $${n}) or starts_with(p.initials, $${n}) then 0 else 1 end`;
}

export function wordsOf(text: string | null | undefined): string[] {
  if (visibleLength(text ?? '') > MOST_CHARACTERS)
    throw badInput('text', `最多 ${MOST_CHARACTERS} 字`, `At most ${MOST_CHARACTERS} characters`);
  return folded(text ?? '')
    .split(/\s+/)
    .filter(Boolean);
}
