import { Migration } from '@mikro-orm/migrations';

/** Tags of topics, across their branches: 四难 (R44), and the three groups of opinions (R45). */
export class Migration20261128000043_tags extends Migration {
  override up(): void {
    this.addSql(`alter table "term" add column "tags" text[] not null default '{}'`);
  }
}
