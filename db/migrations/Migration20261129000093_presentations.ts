import { Migration } from '@mikro-orm/migrations';

/** 呈阅: reports that are put before leaders at once (R29). */
export class Migration20261129000093_presentations extends Migration {
  override up(): void {
    this.addSql(
      `create table "presentation" ("county_code" int not null, "id" uuid not null, "report_id" uuid not null, "leader_id" uuid not null, "leader_name" text not null, "state" text not null default 'PRESENTED', "state_since" timestamptz(3) not null, "presented_by_id" uuid not null, "presented_by_name" text not null, "presented_at" timestamptz(3) not null, "instruction_id" uuid null, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create index "presentation_leader" on "presentation" ("county_code", "leader_id", "state", "presented_at", "id")`,
    );
    this.addSql(`create index "presentation_report" on "presentation" ("county_code", "report_id", "presented_at")`);
    this.addSql(
      `create unique index "presentation_waiting" on "presentation" ("county_code", "report_id", "leader_id") where state = 'PRESENTED'`,
    );
    this.addSql(
      `alter table "presentation" add constraint "presentation_state_check" check (state in ('PRESENTED', 'READ', 'INSTRUCTED', 'WITHDRAWN'))`,
    );
    this.addSql(
      `alter table "presentation" add constraint "presentation_report_id_fk" foreign key (county_code, report_id) references report (county_code, id), add constraint "presentation_instruction_id_fk" foreign key (county_code, instruction_id) references instruction (county_code, id)`,
    );
    this.addSql(`alter table "presentation" enable row level security`);
    this.addSql(`alter table "presentation" force row level security`);
    this.addSql(`select app.distribute('presentation', 'county')`);
  }
}
