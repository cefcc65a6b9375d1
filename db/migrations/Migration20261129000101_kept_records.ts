import { Migration } from '@mikro-orm/migrations';

/** What was put before leaders, and what organs outside decided, changes by its own deeds alone. */
export class Migration20261129000101_kept_records extends Migration {
  override up(): void {
    for (const table of ['presentation', 'accountability'])
      this.addSql(
        `create trigger ${table}_kept before insert or update on ${table} for each row execute function app.keep_${table}()`,
      );
  }
}
