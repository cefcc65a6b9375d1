import { Migration } from '@mikro-orm/migrations';

const LINE = `"line" text not null default 'LINE'`;
const BONDS = [
  ['marker', 'unit_code', 'unit (county_code, code)'],
  ['marked', 'marker_id', 'marker (county_code, id)'],
  ['marked', 'unit_code', 'unit (county_code, code)'],
  ['marked', 'by_id', 'person (county_code, id)'],
] as const;

/** Words of a desk's own, and what bears them. */
export class Migration20261129000076_markers extends Migration {
  override up(): void {
    this.addSql(
      `create table "marker" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, ${LINE}, "word" text not null, "colour" text not null, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create table "marked" ("county_code" int not null, "marker_id" uuid not null, "subject_id" uuid not null, "subject" text not null, "unit_code" bigint not null, ${LINE}, "by_id" uuid not null, "marked_at" timestamptz(3) not null, primary key ("county_code", "marker_id", "subject_id"))`,
    );
    const checks = {
      marker_word_check: ['marker', 'char_length(word) >= 1 and char_length(word) <= 48'],
      marker_colour_check: ['marker', `colour in ('RED', 'ORANGE', 'GREEN', 'BLUE', 'PURPLE', 'GREY')`],
      marker_line_check: ['marker', `line in ('LINE', 'DIRECT', 'SEALED')`],
      marked_line_check: ['marked', `line in ('LINE', 'DIRECT', 'SEALED')`],
    };
    for (const [name, [table, check]] of Object.entries(checks))
      this.addSql(`alter table "${table}" add constraint "${name}" check (${check})`);
    this.addSql(
      `alter table "marker" add constraint "marker_word" unique ("county_code", "unit_code", "line", "word")`,
    );
    this.addSql(`create index "marked_subject" on "marked" ("county_code", "subject_id", "marker_id")`);
    for (const [table, column, target] of BONDS)
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (county_code, ${column}) references ${target}`,
      );
  }
}
