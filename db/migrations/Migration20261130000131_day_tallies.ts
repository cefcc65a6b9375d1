import { Migration } from '@mikro-orm/migrations';

/** A number for each day of a month: a table of any days is answered from tallies, with what was used in the digest and after how many days was answered. */
export class Migration20261130000131_day_tallies extends Migration {
  override up(): void {
    this.addSql(
      `create table "day_tally" ("county_code" int not null, "kind" text not null, "township_code" bigint not null, "month" date not null, "line" text not null, "code" text not null, "n" int[] not null, primary key ("county_code", "kind", "township_code", "month", "line", "code")) with (fillfactor = 50)`,
    );
    this.addSql(
      `alter table "day_tally" add constraint "day_tally_kind_check" check (kind in ('TOPIC', 'SOURCE', 'STATE', 'URGENCY', 'VILLAGE', 'USE', 'ANSWER'))`,
    );
    this.addSql(
      `alter table "day_tally" add constraint "day_tally_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`,
    );
    this.addSql(`select app.distribute('day_tally', 'county')`);
    this.addSql(`alter table "day_tally" enable row level security`);
    this.addSql(`alter table "day_tally" force row level security`);
    this.addSql(`create policy "day_tally_owner" on "day_tally" to "lxq_owner" using (true) with check (true)`);
    // What waits to be folded is counted again below, with the reports.
    this.addSql(`delete from "tally_delta"`);
    this.addSql(
      `alter table "tally_delta" add column "urgency" text not null, add column "use" text not null, add column "answer" text not null`,
    );
    this.addSql(`alter table "tally_delta" rename column "month" to "day"`);
    this.addSql(`drop trigger report_retallied on report`);
    const columns = ['unit_code', 'line', 'state', 'due_at', 'topic_code', 'source_code', 'submitted_at'];
    const more = ['urgency', 'digested_at', 'answered_at'];
    const of = (row: string) => `(${[...columns, ...more].map((column) => `${row}.${column}`).join(', ')})`;
    this.addSql(
      `create trigger report_retallied after update on report for each row when (${of('old')} is distinct from ${of('new')}) execute function app.tally_report()`,
    );
    this.addSql('select app.rebuild_tallies()'); // the reports that are there already
  }
}
