import { Migration } from '@mikro-orm/migrations';

const SCREENS = `screen in ('DESK', 'ANALYST', 'SEARCH')`;

/** Views that people keep and share, how each has arranged a list, and the order in which things are due. */
export class Migration20261129000077_desks extends Migration {
  override up(): void {
    this.addSql(
      `create table "saved_view" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "desk" text not null, "person_id" uuid not null, "maker_name" text not null, "screen" text not null, "name" text not null, "filter" jsonb not null, "sort" text not null default 'NEWEST', "is_shared" boolean not null default false, "removed_at" timestamptz(3) null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create table "preference" ("county_code" int not null, "person_id" uuid not null, "screen" text not null, "kept" jsonb not null default '{}', "first_view_id" uuid null, primary key ("county_code", "person_id", "screen"))`,
    );
    const checks = {
      saved_view_desk_check: `desk in ('COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'ADMIN', 'TOWNSHIP')`,
      saved_view_screen_check: SCREENS,
      saved_view_name_check: 'char_length(name) >= 1 and char_length(name) <= 80',
      saved_view_sort_check: `sort in ('NEWEST', 'DUE_FIRST')`,
      preference_screen_check: SCREENS,
    };
    for (const [name, check] of Object.entries(checks))
      this.addSql(
        `alter table "${/^saved_view|^preference/.exec(name)?.[0]}" add constraint "${name}" check (${check})`,
      );
    this.addSql(`create index "saved_view_own" on "saved_view" ("county_code", "person_id", "screen")`);
    this.addSql(`create index "saved_view_shared" on "saved_view" ("county_code", "unit_code", "screen", "is_shared")`);
    this.addSql(
      `create index "report_due" on "report" ("county_code", "due_at", "id", "township_code", "line", "state") where state in ('SUBMITTED', 'URGENT')`,
    );
    for (const table of ['saved_view', 'preference'])
      this.addSql(
        `alter table ${table} add constraint ${table}_person_id_fk foreign key (county_code, person_id) references person (county_code, id)`,
      );
    this.addSql(
      'alter table saved_view add constraint saved_view_unit_code_fk foreign key (county_code, unit_code) references unit (county_code, code)',
    );
  }
}
