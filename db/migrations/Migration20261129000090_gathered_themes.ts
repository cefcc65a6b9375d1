import { Migration } from '@mikro-orm/migrations';

/** When a theme's reports were last others, so that of two who gather at once the second is told. */
export class Migration20261129000090_gathered_themes extends Migration {
  override up(): void {
    this.addSql(`alter table "theme" add column "gathered_at" timestamptz(3) null`);
  }
}
