import { Migration } from '@mikro-orm/migrations';

const TABLES = ['unit_tally', 'month_tally', 'tally_delta'];
const LEVELS = {
  county: `line <> 'SEALED' or app.sealed()`,
  township: `township_code = app.unit() and line = 'LINE'`,
  village: `village_code = app.unit() and line = 'LINE'`,
};
const TOWNSHIP = `"township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null`;
const VILLAGE = `"village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null`;

/** Counts of reports kept beside them (db/sql/tallies.sql): who sees a report is counted among those who see its number. */
export class Migration20261122000004_tallies extends Migration {
  override up(): void {
    this.addTables();
    for (const table of TABLES) {
      this.addSql(`select app.distribute('${table}', 'county')`);
      this.addPolicies(table);
    }
    this.addTrigger();
    this.addSql('select app.rebuild_tallies()'); // the reports that are there already
  }

  private addTables(): void {
    this.addSql(`create sequence "tally_delta_id"`);
    this.addSql(
      `create table "unit_tally" ("county_code" int not null, "unit_code" bigint not null, "line" text not null, "state" text not null, "due_at" timestamptz(3) not null, ${TOWNSHIP}, ${VILLAGE}, "n" int not null, primary key ("county_code", "unit_code", "line", "state", "due_at")) with (fillfactor = 50)`,
    );
    this.addSql(
      `create table "month_tally" ("county_code" int not null, "kind" text not null, "township_code" bigint not null, "month" date not null, "line" text not null, "code" text not null, "n" int not null, primary key ("county_code", "kind", "township_code", "month", "line", "code")) with (fillfactor = 90)`,
    );
    // Written with every report, so without checks: the report's own have held. Rows live for seconds: vacuumed without scale factor and pause, so that readers do not step over what is gone.
    this.addSql(
      `create table "tally_delta" ("county_code" int not null, "id" bigint not null default nextval('tally_delta_id'::regclass), "unit_code" bigint not null, ${TOWNSHIP}, ${VILLAGE}, "line" text not null, "state" text not null, "due_at" timestamptz(3) not null, "topic_code" text not null, "source_code" text null, "month" date not null, "n" int not null, primary key ("county_code", "id"))
       with (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_insert_threshold = -1, autovacuum_analyze_threshold = 2000000000, autovacuum_vacuum_cost_delay = 0)`,
    );
    this.addSql(
      `alter table "month_tally" add constraint "month_tally_kind_check" check (kind in ('TOPIC', 'SOURCE', 'STATE'))`,
    );
    for (const table of ['unit_tally', 'month_tally'])
      this.addSql(
        `alter table "${table}" add constraint "${table}_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`,
      );
  }

  private addPolicies(table: string): void {
    this.addSql(`alter table "${table}" enable row level security`);
    this.addSql(`alter table "${table}" force row level security`);
    this.addSql(`create policy "${table}_owner" on "${table}" to "lxq_owner" using (true) with check (true)`);
    for (const [level, condition] of Object.entries(LEVELS)) {
      if (table === 'month_tally' && level === 'village') continue; // it knows townships only
      this.addSql(
        `create policy "${table}_${level}_see" on "${table}" for select to "at_${level}" using (county_code = app.county() and (${condition}))`,
      );
    }
  }

  private addTrigger(): void {
    this.addSql(
      `create trigger report_tallied after insert or delete on report for each row execute function app.tally_report()`,
    );
    const columns = ['unit_code', 'line', 'state', 'due_at', 'topic_code', 'source_code', 'submitted_at'];
    const of = (row: string) => `(${columns.map((column) => `${row}.${column}`).join(', ')})`;
    this.addSql(
      `create trigger report_retallied after update on report for each row when (${of('old')} is distinct from ${of('new')}) execute function app.tally_report()`,
    );
  }
}
