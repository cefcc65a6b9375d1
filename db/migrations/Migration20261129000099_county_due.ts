import { Migration } from '@mikro-orm/migrations';

/** The county office looks through what anybody owes, what is due first first. */
export class Migration20261129000099_county_due extends Migration {
  override up(): void {
    this.addSql(
      `create index "deadline_county_due" on "deadline" ("county_code", "due_at", "id") where state in ('RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED')`,
    );
  }
}
