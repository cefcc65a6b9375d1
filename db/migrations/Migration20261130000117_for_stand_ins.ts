import { Migration } from '@mikro-orm/migrations';

/** What rings for a post rings for whoever stands in for its holder too (docs/decisions/0049). */
export class Migration20261130000117_is_for_stand_ins extends Migration {
  override up(): void {
    this.addSql(`alter table "notification_delivery" add column "is_for_stand_in" boolean not null default false`);
  }
}
