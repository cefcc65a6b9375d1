import { Migration } from '@mikro-orm/migrations';

/** 问责结果: what organs outside decided, of units and of no person (R71). */
export class Migration20261129000096_accountabilities extends Migration {
  override up(): void {
    this.addSql(
      `create table "accountability" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "client_id" uuid not null, "state" text not null default 'RECORDED', "kind" text not null, "basis" text not null, "decided_on" date not null, "organ" text not null, "reference" text not null, "case_id" uuid null, "censure_id" uuid null, "by_id" uuid not null, "by_name" text not null, "at" timestamptz(3) not null, "withdrawn_reason" text null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create index "accountability_township" on "accountability" ("county_code", "township_code", "decided_on", "id")`,
    );
    this.addSql(`create index "accountability_newest" on "accountability" ("county_code", "decided_on", "id")`);
    this.addSql(
      `alter table "accountability" add constraint "accountability_client" unique ("county_code", "by_id", "client_id")`,
    );
    const words: Record<string, string> = {
      state: `state in ('RECORDED', 'WITHDRAWN')`,
      kind: `kind in ('CRITICISM', 'ADMONITION', 'REASSIGNMENT', 'PARTY', 'ADMINISTRATIVE', 'JUSTICE')`,
      basis: `basis in ('SHIRKING', 'NEGLECT', 'DERELICTION', 'FALSE_REPORT', 'RETALIATION')`,
    };
    for (const [column, check] of Object.entries(words))
      this.addSql(`alter table "accountability" add constraint "accountability_${column}_check" check (${check})`);
    const keys: Record<string, string> = {
      unit_code: 'unit (county_code, code)',
      case_id: 'cases (county_code, id)',
      censure_id: 'censure (county_code, id)',
    };
    for (const [column, at] of Object.entries(keys))
      this.addSql(
        `alter table "accountability" add constraint "accountability_${column}_fk" foreign key (county_code, ${column}) references ${at}`,
      );
    this.addSql(`alter table "accountability" enable row level security`);
    this.addSql(`alter table "accountability" force row level security`);
    this.addSql(`select app.distribute('accountability', 'county')`);
  }
}
