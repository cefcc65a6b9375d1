import { Migration } from '@mikro-orm/migrations';

/** Who stands in for the holder of a post, and for how long (docs/decisions/0038); and that a line of the audit says who acted in whose name. */
export class Migration20261129000080_stand_ins extends Migration {
  override up(): void {
    this.addSql(
      `create table "stand_in" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null,
         "post_id" uuid not null, "holder_id" uuid not null, "person_id" uuid not null, "person_name" text not null, "valid_from" date not null, "valid_to" date not null, "reason" text not null, "ended_at" timestamptz(3) null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "stand_in_post" on "stand_in" ("county_code", "post_id")`);
    this.addSql(`create index "stand_in_person" on "stand_in" ("county_code", "person_id")`);
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_period_check" check (valid_to between valid_from and valid_from + 89)`,
    );
    this.addSql(`alter table "stand_in" add constraint "stand_in_other_check" check (person_id <> holder_id)`);
    this.addSql(`select app.distribute('stand_in', 'county')`);
    for (const [column, target] of [
      ['post_id', 'post'],
      ['holder_id', 'person'],
      ['person_id', 'person'],
    ])
      this.addSql(
        `alter table "stand_in" add constraint "stand_in_${column}_fk" foreign key (county_code, ${column}) references ${target} (county_code, id)`,
      );
    // Ranges of a single number overlap when the numbers are the same: no extension is needed. Two posts of one hash there are in no county.
    const post = 'hashtextextended(post_id::text, 0)';
    this.addSql(
      `alter table "stand_in" add constraint "stand_in_one_at_a_time" exclude using gist
         (int4range(county_code, county_code, '[]') with &&, int8range(${post}, ${post}, '[]') with &&, daterange(valid_from, valid_to, '[]') with &&) where (ended_at is null)`,
    );
    this.addSql(
      `alter table "audit" add column "acted_by_id" uuid null, add column "acted_by_name" text null, add column "actor_unit_code" bigint null, add column "actor_capacity" text null`,
    );
    this.addSql(
      `alter table "audit" add constraint "audit_actor_capacity_check" check (actor_capacity in ('PRINCIPAL', 'IN_CHARGE', 'OFFICE_HEAD', 'GROUP_HEAD', 'MAIN_LEADER'))`,
    );
    for (const part of ['acting_high', 'acting_low']) {
      this.addSql(`create unlogged sequence app.scope_${part} minvalue -9223372036854775808`);
      this.addSql(`grant select on sequence app.scope_${part} to at_county, at_township, at_village, at_officer`);
    }
  }
}
