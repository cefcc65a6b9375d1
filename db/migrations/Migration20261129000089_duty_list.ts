import { Migration } from '@mikro-orm/migrations';

/** Who asked for more time in another's name stands beside who is said to have asked, and a unit's open deadlines are counted without a row: what the duty list looks at. */
export class Migration20261129000089_duty_list extends Migration {
  override up(): void {
    this.addSql(`alter table "deadline" add column "asked_acted_by" uuid null`);
    this.addSql(
      `update "deadline" d set "asked_acted_by" = (select a.acted_by_id from "audit" a where a.county_code = d.county_code and a.subject_id = d.id and a.deed = 'requestExtension' order by a.at desc, a.id desc limit 1)
       where d.state = 'EXTENSION_REQUESTED'`,
    );
    this.addSql(
      `create index "deadline_unit_rule" on "deadline" ("county_code", "unit_code", "rule", "township_code", "village_code") where state in ('RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED')`,
    );
  }
}
