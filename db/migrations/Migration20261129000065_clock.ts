import { Migration } from '@mikro-orm/migrations';

/** What a column fills in by itself asks the clock that everything asks (sql/clock.sql). */
export class Migration20261129000065_clock extends Migration {
  override up(): void {
    for (const column of ['created_at', 'seen_at'])
      this.addSql(`alter table "session" alter "${column}" set default app.now()`);
  }
}
