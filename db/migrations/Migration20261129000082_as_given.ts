import { Migration } from '@mikro-orm/migrations';

/** The unit and the day as the leader gave them stay beside what the office registered; what a unit may change of its part is held. */
export class Migration20261129000082_as_given extends Migration {
  override up(): void {
    this.addSql(
      `alter table "instruction" add column "given_unit_code" bigint null, add column "given_due_on" date null`,
    );
    this.addSql(`update "instruction" set "given_unit_code" = "responsible_unit_code", "given_due_on" = "due_on"`);
    this.addSql(
      `alter table "instruction" alter column "given_unit_code" set not null, alter column "given_due_on" set not null`,
    );
    this.addSql(
      `create trigger participation_kept before update on participation for each row execute function app.keep_participation()`,
    );
    this.addSql(
      `create or replace trigger result_report_kept before insert or update on result_report for each row execute function app.keep_result()`,
    );
  }
}
