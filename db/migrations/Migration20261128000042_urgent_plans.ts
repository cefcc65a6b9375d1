import { Migration } from '@mikro-orm/migrations';

/** The urgent clock (R36): alerts climb by steps, and a plan ends it; whom above was told (Art. 25) is noted with it. */
export class Migration20261128000042_urgent_plans extends Migration {
  override up(): void {
    this.addSql(
      `alter table "report" add column "plan_text" text null, add column "plan_unit_code" bigint null, add column "plan_due_at" timestamptz(3) null, add column "planned_at" timestamptz(3) null, add column "notice_to" text null, add column "notice_at" timestamptz(3) null`,
    );
    this.addSql(`alter table "alert" add column "step" int not null default 1`);
    this.addSql(`create index "alert_report" on "alert" ("county_code", "report_id", "step")`);
    this.addSql(`drop policy "alert_county_add" on "alert"`);
    this.addSql(`drop policy "alert_township_add" on "alert"`);
  }
}
