import { Migration } from '@mikro-orm/migrations';

const LEADERS = `('VILLAGE_HEAD', 'TOWNSHIP_LEADER', 'COUNTY_DIRECTOR')`;

/**
 * Who a unit's principal is stands in a post alone (R17). Whom a unit named and who never held a leader's post there gets one from today on; where that post has ended, or
 * the person has left, or somebody else is the principal by now, the unit's word was out of date and goes.
 */
export class Migration20261129000079_principals_by_post extends Migration {
  override up(): void {
    this.addSql(
      `insert into "post" (county_code, id, unit_code, person_id, person_name, role, capacity, area_code, valid_from)
       select u.county_code, gen_random_uuid(), u.code, n.id, n.name,
         case u.kind when 'VILLAGE_ROOM' then 'VILLAGE_HEAD' when 'COUNTY_OFFICE' then 'COUNTY_DIRECTOR' else 'TOWNSHIP_LEADER' end,
         'PRINCIPAL', u.code, (now() at time zone 'Asia/Shanghai')::date
       from "unit" u join "person" n on n.county_code = u.county_code and n.id = u.principal_id and n.is_active
       where u.is_active
         and not exists (select from "post" p where p.county_code = u.county_code and p.unit_code = u.code and p.person_id = n.id and p.role in ${LEADERS})
         and not exists (select from "post" p where p.county_code = u.county_code and p.unit_code = u.code and p.capacity = 'PRINCIPAL'
           and coalesce(p.valid_to, 'infinity') >= (now() at time zone 'Asia/Shanghai')::date)`,
    );
    this.addSql(`alter table "unit" drop column "principal_id"`);
  }
}
