import { Migration } from '@mikro-orm/migrations';

/** 主管单位: which unit a topic belongs to, in the county or at a place (R64). */
export class Migration20261129000095_charges extends Migration {
  override up(): void {
    this.addSql(
      `create table "charge" ("county_code" int not null, "id" uuid not null, "topic_code" text not null, "place_code" bigint null, "unit_code" bigint not null, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create unique index "charge_topic" on "charge" ("county_code", "topic_code", "place_code") nulls not distinct`,
    );
    this.addSql(
      `alter table "charge" add constraint "charge_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code), add constraint "charge_place_code_fk" foreign key (county_code, place_code) references place (county_code, code)`,
    );
    this.addSql(`alter table "charge" enable row level security`);
    this.addSql(`alter table "charge" force row level security`);
    this.addSql(`select app.distribute('charge', 'county')`);
  }
}
