import { Migration } from '@mikro-orm/migrations';

/** Handling and use are two things: what an issue has told stands beside the state, and what the county does not use. */
export class Migration20261128000041_uses extends Migration {
  override up(): void {
    this.addSql(
      `alter table "report" add column "digested_at" timestamptz(3) null, add column "set_aside_at" timestamptz(3) null, add column "set_aside_reason" text null`,
    );
    this.addSql(
      `update "report" r set digested_at = told.at from (
         select l.county_code, l.report_id, min(d.issued_at) as at from digest_item_report l join digest d on d.county_code = l.county_code and d.id = l.digest_id
         where d.state in ('ISSUED', 'FOLLOWED', 'CLOSED') group by 1, 2) told
       where r.county_code = told.county_code and r.id = told.report_id`,
    );
    this.addSql(
      `create index "report_candidate" on "report" ("county_code", "submitted_at", "id", "topic_code", "line", "state") where digested_at is null and set_aside_at is null and line <> 'SEALED' and state not in ('RETURNED', 'MERGED', 'WITHDRAWN')`,
    );
  }
}
