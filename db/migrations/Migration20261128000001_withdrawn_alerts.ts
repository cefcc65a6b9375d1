import { Migration } from '@mikro-orm/migrations';

/** An urgent report taken back: the leaders who were alerted are told so. */
export class Migration20261128000001_withdrawn_alerts extends Migration {
  override up(): void {
    this.addSql(`alter table "alert" add column "withdrawn_at" timestamptz(3) null`);
  }
}
