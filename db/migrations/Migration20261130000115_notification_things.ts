import { Migration } from '@mikro-orm/migrations';

/** Several notifications of one thing are listed as one: the others are found by what they are of (docs/decisions/0049). */
export class Migration20261130000115_notification_things extends Migration {
  override up(): void {
    this.addSql(
      `create index "notification_thing" on "notification" ("county_code", "person_id", (coalesce(case when kind not in ('URGENT_REPORT') then subject_id end, id)), "created_at", "id")`,
    );
  }
}
