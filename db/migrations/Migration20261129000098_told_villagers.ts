import { Migration } from '@mikro-orm/migrations';

/** When the villager was told what came of a report, or why nobody could be (R48). */
export class Migration20261129000098_told_villagers extends Migration {
  override up(): void {
    this.addSql(`alter table "report" add column "told_at" timestamptz(3) null, add column "untold_reason" text null`);
  }
}
