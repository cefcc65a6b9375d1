import { Migration } from '@mikro-orm/migrations';

/** Official papers as they were issued, and the series that number them: neither changes but by one more. */
export class Migration20261129000084_papers extends Migration {
  override up(): void {
    this.addSql(
      `create table "paper" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "kind" text not null, "subject" text not null, "subject_id" uuid not null, "source_id" uuid not null, "round" int not null, "issuer_name" text not null, "year" int not null, "serial" int null, "no" text not null, "title" text not null, "issued_at" timestamptz(3) not null, "blocks" jsonb not null, "hash" text not null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "paper_subject" on "paper" ("county_code", "subject_id", "issued_at", "id")`);
    this.addSql(
      `alter table "paper" add constraint "paper_serial" unique ("county_code", "unit_code", "kind", "year", "serial")`,
    );
    this.addSql(
      `alter table "paper" add constraint "paper_kind_check" check (kind in ('DECISION_NOTICE', 'DISPATCH_NOTICE', 'RESULT_REPORT', 'WRITTEN_OPINION', 'REVISIT_SHEET'))`,
    );
    this.addSql(
      `create table "paper_series" ("county_code" int not null, "unit_code" bigint not null, "kind" text not null, "year" int not null, "last" int not null, primary key ("county_code", "unit_code", "kind", "year"))`,
    );
    for (const table of ['paper', 'paper_series']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`select app.distribute('${table}', 'county')`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code)`,
      );
    }
    this.addSql(
      `create trigger paper_kept before insert or update or delete on paper for each row execute function app.keep_paper()`,
    );
    this.addSql(
      `create trigger paper_series_kept before insert or update or delete on paper_series for each row execute function app.keep_paper_series()`,
    );
  }
}
