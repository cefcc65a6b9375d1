import { Migration } from '@mikro-orm/migrations';

/** FNV-1a over `of`, each a number in SQL, as schema/search-tokens.ts has it. */
const fnv = (of: readonly string[]) =>
  of.reduce((hash, part) => `(((${hash} # (${part})::bigint) * 16777619) & 4294967295)`, '2166136261');
const CHARACTERS = ['ascii(substr(t, 1, 1))', 'ascii(substr(t, 2, 1))'];

/** The order in which each level's reports are walked; how far that went is then read from the index alone. */
const WALKS: Record<string, string> = {
  report_search_newest: 'county_code, submitted_at, report_id, line',
  report_search_township: 'county_code, township_code, submitted_at, report_id, line',
  report_search_village: 'county_code, village_code, submitted_at, report_id, line',
  report_search_author: 'county_code, author_id, submitted_at, report_id',
};

/** Search by keys, a county's own; how common each is; and an order to walk at every level. */
export class Migration20261122000009_search extends Migration {
  override up(): void {
    this.addSql(`alter table "report_search" add column "keys" int[] null`);
    this.addSql(`update "report_search" set keys = array(
      select case when h > 2147483647 then h - 4294967296 else h end::int
      from unnest(tsvector_to_array(tokens)) t, lateral (select ${fnv(['county_code', ...CHARACTERS])} as h) hashed)`);
    this.addSql(`alter table "report_search" alter column "keys" set not null`);
    this.addSql(`alter table "report_search" drop column "tokens"`);
    this.addSql(`create index "report_search_keys" on "report_search" using gin ("keys")`);
    this.addSql(`drop index "report_search_newest"`);
    for (const [name, columns] of Object.entries(WALKS))
      this.addSql(`create index "${name}" on "report_search" (${columns})`);
    this.addSql(
      `create table "search_frequency" ("county_code" int not null, "key" int not null, "n" int not null, primary key ("county_code", "key"))`,
    );
    this.addSql(`select app.distribute('search_frequency', 'county')`);
    this.addSql(`alter table "search_frequency" enable row level security`);
    this.addSql(`alter table "search_frequency" force row level security`);
    this.addSql(
      `create policy "search_frequency_owner" on "search_frequency" to "lxq_owner" using (true) with check (true)`,
    );
    this.addSql('select app.count_words()');
  }
}
