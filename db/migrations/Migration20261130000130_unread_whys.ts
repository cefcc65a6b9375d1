import { Migration } from '@mikro-orm/migrations';

/** Who stands in for a secretary does not count what the secretary is told, so that why they are told is asked of each: the badge goes on to be counted by its index alone. */
export class Migration20261130000130_unread_whys extends Migration {
  override up(): void {
    this.addSql(`drop index "notification_unread"`);
    this.addSql(
      `create index "notification_unread" on "notification" ("county_code", "person_id", "unit_code", "author_id", "line", "why") where acknowledged_at is null`,
    );
  }
}
