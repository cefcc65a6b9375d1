import { Migration } from '@mikro-orm/migrations';

/** Twelve months a row: whoever asks for months asks for many, and most rows of `month_tally` said one number. */
export class Migration20261122000008_years extends Migration {
  override up(): void {
    this.addSql(`drop table "month_tally"`);
    this.addSql(
      `create table "year_tally" ("county_code" int not null, "kind" text not null, "township_code" bigint not null, "year" int not null, "line" text not null, "code" text not null, "n" int[] not null, primary key ("county_code", "kind", "township_code", "year", "line", "code")) with (fillfactor = 50)`,
    );
    this.addSql(
      `alter table "year_tally" add constraint "year_tally_kind_check" check (kind in ('TOPIC', 'SOURCE', 'STATE'))`,
    );
    this.addSql(
      `alter table "year_tally" add constraint "year_tally_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`,
    );
    this.addSql(`select app.distribute('year_tally', 'county')`);
    this.addSql(`alter table "year_tally" enable row level security`);
    this.addSql(`alter table "year_tally" force row level security`);
    this.addSql(`create policy "year_tally_owner" on "year_tally" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "year_tally_county_see" on "year_tally" for select to "at_county" using (county_code = app.county() and (line <> 'SEALED' or app.sealed()))`,
    );
    this.addSql(
      `create policy "year_tally_township_see" on "year_tally" for select to "at_township" using (county_code = app.county() and (township_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql('select app.rebuild_tallies()'); // the reports that are there already
  }
}
