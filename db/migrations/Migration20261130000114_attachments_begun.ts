import { Migration } from '@mikro-orm/migrations';

/** How many uploads somebody has open, and which half ones they took back, is asked at the begin of each. */
export class Migration20261130000114_attachments_begun extends Migration {
  override up(): void {
    this.addSql(
      `create index "attachment_begun" on "attachment" ("county_code", "author_id") where state = 'AWAITED' and begun_at is not null`,
    );
  }
}
