import { Migration } from '@mikro-orm/migrations';

/** Orders and censures go out as papers too. */
export class Migration20261129000094_more_papers extends Migration {
  override up(): void {
    this.addSql(`alter table "paper" drop constraint "paper_kind_check"`);
    this.addSql(
      `alter table "paper" add constraint "paper_kind_check" check (kind in ('DECISION_NOTICE', 'DISPATCH_NOTICE', 'RESULT_REPORT', 'WRITTEN_OPINION', 'REVISIT_SHEET', 'GUIDANCE_ORDER', 'SUPERVISION_ORDER', 'CENSURE_NOTICE'))`,
    );
  }
}
