import { Migration } from '@mikro-orm/migrations';

const BONDS = [
  ['assignment', 'unit_code', 'unit (county_code, code)'],
  ['assignment', 'post_id', 'post (county_code, id)'],
  ['assignment', 'by_id', 'person (county_code, id)'],
  ['urge', 'unit_code', 'unit (county_code, code)'],
  ['urge', 'by_id', 'person (county_code, id)'],
] as const;

/** Who of a desk takes a thing, and that somebody waits for a station's handling (docs/decisions/0036). */
export class Migration20261129000075_desks extends Migration {
  override up(): void {
    this.addSql(
      `create table "assignment" ("county_code" int not null, "unit_code" bigint not null, "subject_id" uuid not null, "subject" text not null, "line" text not null default 'LINE', "post_id" uuid not null, "by_id" uuid not null, "assigned_at" timestamptz(3) not null, "version" int not null default 1, primary key ("county_code", "unit_code", "subject_id"))`,
    );
    this.addSql(
      `alter table "assignment" add constraint "assignment_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`,
    );
    this.addSql(`create index "assignment_post" on "assignment" ("county_code", "unit_code", "post_id", "subject_id")`);
    this.addSql(
      `create table "urge" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "subject" text not null, "subject_id" uuid not null, "text" text null, "by_id" uuid not null, "by_name" text not null, "urged_at" timestamptz(3) not null, "read_at" timestamptz(3) null, primary key ("county_code", "id"))`,
    );
    this.addSql(`alter table "urge" add constraint "urge_text_check" check (char_length(text) <= 400)`);
    this.addSql(`create index "urge_subject" on "urge" ("county_code", "subject_id", "urged_at")`);
    for (const [table, column, target] of BONDS)
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (county_code, ${column}) references ${target}`,
      );
  }
}
