import { Migration } from '@mikro-orm/migrations';

/** Whoever has lost a phone ends its session from another device: each session has a name, and says what it was opened on. */
export class Migration20261129000110_own_sessions extends Migration {
  override up(): void {
    this.addSql(`alter table session add column id uuid not null default gen_random_uuid(), add column device text`);
  }
}
