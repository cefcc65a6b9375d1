import { Migration } from '@mikro-orm/migrations';

/** Who asked for more time in another's name stands beside who is said to have asked: lists look at it for each line, and the history is long. */
export class Migration20261129000089_asked_in_another_name extends Migration {
  override up(): void {
    this.addSql(`alter table "deadline" add column "asked_acted_by" uuid null`);
    this.addSql(
      `update "deadline" d set "asked_acted_by" = (select a.acted_by_id from "audit" a where a.county_code = d.county_code and a.subject_id = d.id and a.deed = 'requestExtension' order by a.at desc, a.id desc limit 1)
       where d.state = 'EXTENSION_REQUESTED'`,
    );
  }
}
