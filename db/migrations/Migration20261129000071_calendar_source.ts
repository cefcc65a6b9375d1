import { Migration } from '@mikro-orm/migrations';

/** Where a day of the calendar is published; those that are known by now get theirs when the calendar is filled. */
export class Migration20261129000071_calendar_source extends Migration {
  override up(): void {
    this.addSql(`alter table "calendar_day" add column "source" text not null default ''`);
  }
}
