import { Migration } from '@mikro-orm/migrations';

/** Files of tables, each its asker's own. */
export class Migration20261130000150_table_exports extends Migration {
  override up(): void {
    this.addSql(
      `create table "table_export" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "scope_level" text not null, "post_id" uuid not null, "person_id" uuid not null, "acted_by_id" uuid null, "what" text not null, "format" text not null, "title" text not null, "question" jsonb not null, "cell" jsonb null, "predicate" text not null, "hash" text not null, "state" text not null default 'QUEUED', "progress" int not null default 0, "rows" int null, "size" bigint null, "sha256" text null, "error" text null, "file_name" text null, "run" uuid null, "requested_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "table_export_person" on "table_export" ("county_code", "person_id", "requested_at")`);
    const words: Record<string, string> = {
      scope_level: `'COUNTY', 'DISCIPLINE', 'LEADER', 'ANALYST', 'TOWNSHIP', 'VILLAGE', 'OFFICER'`,
      what: `'TABLE', 'ROWS'`,
      format: `'XLSX', 'CSV', 'DOCX'`,
      state: `'QUEUED', 'RUNNING', 'READY', 'FAILED', 'CANCELLED'`,
    };
    for (const [name, all] of Object.entries(words))
      this.addSql(`alter table "table_export" add constraint "table_export_${name}_check" check (${name} in (${all}))`);
    for (const [column, table] of [
      ['person_id', 'person'],
      ['post_id', 'post'],
      ['acted_by_id', 'person'],
    ])
      this.addSql(
        `alter table table_export add constraint table_export_${column}_fk foreign key (county_code, ${column}) references ${table} (county_code, id)`,
      );
  }
}
