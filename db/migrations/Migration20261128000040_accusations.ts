import { Migration } from '@mikro-orm/migrations';

/**
 * Topics that accuse somebody (Art. 30): their reports are sealed, also those that came before this was asked of a topic. Alerts
 * stand on the line of their report.
 */
export class Migration20261128000040_accusations extends Migration {
  override up(): void {
    this.addSql(`alter table "term" add column "is_accusation" boolean not null default false`);
    this.addSql(
      `update "term" set is_accusation = true where kind = 'TOPIC' and (code = 'discipline' or parent_code = 'discipline' or name ~ '检举|控告|违纪|纪检')`,
    );
    this.addSql(`alter table "alert" add column "line" text not null default 'LINE'`);
    this.addSql(`alter table "alert" add constraint "alert_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`);
    this.addSql(
      `update "alert" a set line = r.line from report r where r.county_code = a.county_code and r.id = a.report_id`,
    );
    this.addSql(`drop policy "alert_county_see" on "alert"`);
    this.addSql(
      `create policy "alert_county_see" on "alert" for select to "at_county" using (county_code = app.county() and (line <> 'SEALED' or app.sealed()))`,
    );
    for (const table of ['report_search', 'audit'])
      this.addSql(
        `update "${table}" x set line = 'SEALED' from report r join term t on t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code and t.is_accusation
         where r.line <> 'SEALED' and x.county_code = r.county_code and x.${table === 'audit' ? 'subject_id' : 'report_id'} = r.id`,
      );
    this.addSql(
      `update "report" r set line = 'SEALED' from term t where t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code and t.is_accusation and r.line <> 'SEALED'`,
    );
  }
}
