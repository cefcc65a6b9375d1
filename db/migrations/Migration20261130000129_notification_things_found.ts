import { Migration } from '@mikro-orm/migrations';

/** What a notification is of, said so that its index serves under row security too, which takes no `coalesce` for leakproof (docs/decisions/0049). */
export class Migration20261130000129_notification_things_found extends Migration {
  override up(): void {
    this.addSql(`drop index "notification_thing"`);
    this.addSql(
      `create index "notification_thing" on "notification" ("county_code", "person_id", (case when kind in ('URGENT_REPORT') or subject_id is null then id else subject_id end), "created_at", "id")`,
    );
  }
}
