import { Migration } from '@mikro-orm/migrations';

/** That another office has the same matter as a case (R38). */
export class Migration20261129000088_case_linkages extends Migration {
  override up(): void {
    this.addSql(
      `create table "case_linkage" ("county_code" int not null, "id" uuid not null, "case_id" uuid not null, "kind" text not null, "reference" text not null, "may_tell" text not null, "by_name" text not null, "at" timestamptz(3) not null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "case_linkage_case" on "case_linkage" ("county_code", "case_id", "at", "id")`);
    this.addSql(
      `alter table "case_linkage" add constraint "case_linkage_kind_check" check (kind in ('SOURCES', 'SUPERVISION', 'DISCIPLINE'))`,
    );
    this.addSql(
      `alter table "case_linkage" add constraint "case_linkage_case_id_fk" foreign key (county_code, case_id) references cases (county_code, id)`,
    );
    this.addSql(`alter table "case_linkage" enable row level security`);
    this.addSql(`alter table "case_linkage" force row level security`);
    this.addSql(`select app.distribute('case_linkage', 'county')`);
  }
}
