import { Migration } from '@mikro-orm/migrations';

/**
 * Time directly after the place, the line after it: the county's desk, which is bound to no one line, reads a township's or a
 * village's reports in their order too. A list's filters follow as key columns, so that they are compared within the index.
 */
const INDEXES: Record<string, string> = {
  report_township_newest: 'county_code, township_code, submitted_at, id, line, state, topic_code',
  report_township_state: 'county_code, township_code, state, submitted_at, id, line',
  report_village_newest: 'county_code, village_code, submitted_at, id, line, state, topic_code',
};

export class Migration20261122000005_lists extends Migration {
  override up(): void {
    for (const [name, columns] of Object.entries(INDEXES)) {
      this.addSql(`drop index "${name}"`);
      this.addSql(`create index "${name}" on "report" (${columns})`);
    }
  }
}
