import { Migration } from '@mikro-orm/migrations';

/** FNV-1a over `of`, each a number in SQL, as schema/search-tokens.ts has it. */
const fnv = (of: readonly string[]) =>
  of.reduce((hash, part) => `(((${hash} # (${part})::bigint) * 16777619) & 4294967295)`, '2166136261');

/** As schema/characters.ts has them, in PostgreSQL's writing. */
const INVISIBLE =
  '[\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\U0001bca0-\\U0001bca3\\U0001d173-\\U0001d17a\\U000e0000-\\U000e0fff]';
const DOTS = '[·•‧∙⋅・･．.●ㆍ᛫⸱]';
const HAN = '[\\u3005\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff]';
/** Ends a run of words. */
const SIGN =
  '[^\\u0030-\\u0039\\u0061-\\u007a\\u00c0-\\u1fff\\u3005-\\u3007\\u3041-\\uabff\\uf900-\\ufaff\\U00010000-\\U0003ffff]';

/** Reports whose text reads otherwise now: their words without what nobody sees, and with what stood apart next to each other. */
export const FOLDED_ANEW = `
  with worn as (
    select s.county_code, s.report_id, lower(regexp_replace(regexp_replace(regexp_replace(
        s.haystack, '${INVISIBLE}', '', 'g'), '${DOTS}', '·', 'g'), '(${HAN})\\s+(?=${HAN})', '\\1', 'g')) as haystack
    from report_search s join report r on r.county_code = s.county_code and r.id = s.report_id
    where r.content ~ '${INVISIBLE}|${DOTS}|${HAN}\\s+${HAN}'),
  numbered as (
    select w.county_code, w.report_id, w.haystack, array(
      select distinct case when h > 2147483647 then h - 4294967296 else h end::int
      from (select a, lead(a) over (order by n) as b from regexp_split_to_table(w.haystack, '') with ordinality cut (a, n)) pair,
        lateral (select ${fnv(['w.county_code', 'ascii(a)', 'ascii(b)'])} as h) hashed
      where b is not null and a !~ '${SIGN}' and b !~ '${SIGN}') as keys
    from worn w)
  update report_search s set haystack = n.haystack, keys = n.keys from numbered n
  where s.county_code = n.county_code and s.report_id = n.report_id`;

/** Lengths are counted in visible characters (schema/characters.ts); four are stored for each at most. Search sees no invisible ones. */
export class Migration20261128000050_visible extends Migration {
  override up(): void {
    for (const [table, column, min, max] of [
      ['report', 'content', 20, 20_000],
      ['instruction', 'text', 2, 4_000],
    ] as const) {
      this.addSql(`alter table "${table}" drop constraint "${table}_${column}_check"`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_check" check (char_length(${column}) >= ${min} and char_length(${column}) <= ${max})`,
      );
    }
    this.addSql(FOLDED_ANEW);
  }
}
