import { Migration } from '@mikro-orm/migrations';

/**
 * What a post is in its unit (R17, R158). Until now the unit named its principal; a post does now, and a constraint holds that a unit has one principal at a time: two
 * ranges of a single code overlap when the codes are the same, which needs no extension.
 */
export class Migration20261129000067_capacities extends Migration {
  override up(): void {
    this.addSql(`alter table "post" add column "capacity" text null`);
    this.addSql(
      `alter table "post" add constraint "post_capacity_check" check (capacity in ('PRINCIPAL', 'IN_CHARGE', 'OFFICE_HEAD', 'GROUP_HEAD', 'MAIN_LEADER'))`,
    );
    // A principal who holds a leader's post at the unit becomes one by it; another's unit is without until somebody says who it is.
    this.addSql(
      `update "post" p set capacity = 'PRINCIPAL' from "unit" u
       where u.county_code = p.county_code and u.code = p.unit_code and u.principal_id = p.person_id
         and p.role in ('VILLAGE_HEAD', 'TOWNSHIP_LEADER', 'COUNTY_DIRECTOR')
         and p.id = (select q.id from "post" q where q.county_code = p.county_code and q.unit_code = p.unit_code and q.person_id = p.person_id
           and q.role in ('VILLAGE_HEAD', 'TOWNSHIP_LEADER', 'COUNTY_DIRECTOR') order by coalesce(q.valid_to, 'infinity') desc, q.valid_from desc, q.id limit 1)`,
    );
    this.addSql(
      `alter table "post" add constraint "post_one_principal" exclude using gist
         (int8range(unit_code, unit_code, '[]') with &&, daterange(valid_from, valid_to, '[]') with &&) where (capacity = 'PRINCIPAL')`,
    );
  }
}
