import { Migration } from '@mikro-orm/migrations';

/** Themes: similar matters of several villages, and the reports that they are seen in (R35). */
export class Migration20261129000087_themes extends Migration {
  override up(): void {
    this.addSql(`create sequence theme_no`);
    this.addSql(
      `create table "theme" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "serial" bigint not null default nextval('theme_no'::regclass), "client_id" uuid not null, "state" text not null default 'OPEN', "state_since" timestamptz(3) not null, "title" text not null, "opened_by_id" uuid not null, "opened_by_name" text not null, "opened_at" timestamptz(3) not null, "owner" text null, "plan" text null, "answer" text null, "answered_at" timestamptz(3) null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "theme_unit" on "theme" ("county_code", "unit_code", "opened_at", "id")`);
    this.addSql(`create index "theme_newest" on "theme" ("county_code", "opened_at", "id")`);
    this.addSql(
      `alter table "theme" add constraint "theme_client" unique ("county_code", "opened_by_id", "client_id")`,
    );
    this.addSql(
      `alter table "theme" add constraint "theme_state_check" check (state in ('OPEN', 'PLANNED', 'ANSWERED', 'CLOSED', 'DISSOLVED'))`,
    );
    this.addSql(
      `alter table "theme" add constraint "theme_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code)`,
    );
    this.addSql(
      `create table "theme_report" ("county_code" int not null, "theme_id" uuid not null, "report_id" uuid not null, "unit_code" bigint not null, primary key ("county_code", "theme_id", "report_id"))`,
    );
    this.addSql(`create index "theme_report_report" on "theme_report" ("county_code", "report_id")`);
    this.addSql(
      `alter table "theme_report" add constraint "theme_report_theme_id_fk" foreign key (county_code, theme_id) references theme (county_code, id), add constraint "theme_report_report_id_fk" foreign key (county_code, report_id) references report (county_code, id)`,
    );
    this.addSql(`alter table "theme_report" enable row level security`);
    this.addSql(`alter table "theme_report" force row level security`);
    this.addSql(`select app.distribute('theme_report', 'county')`);
    this.addSql(`alter table "theme" enable row level security`);
    this.addSql(`alter table "theme" force row level security`);
    this.addSql(`select app.distribute('theme', 'county')`);
    this.addSql(
      `create trigger theme_kept before insert or update on theme for each row execute function app.keep_theme()`,
    );
  }
}
