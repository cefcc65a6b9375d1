import { Migration } from '@mikro-orm/migrations';

/** Where a day of the calendar is published, which those that are known get when the calendar is filled; and that two people change it. */
export class Migration20261129000071_calendar_source extends Migration {
  override up(): void {
    this.addSql(
      `alter table "calendar_day" add column "source" text not null default '', add column "version" int not null default 1`,
    );
  }
}
