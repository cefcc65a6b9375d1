import { Migration } from '@mikro-orm/migrations';

/** Row security of every table, forced on its owner too. */
export class Migration20261122000002_policies extends Migration {
  override up(): void {
    this.addSql(`alter table "alert" enable row level security`);
    this.addSql(`alter table "alert" force row level security`);
    this.addSql(`create policy "alert_owner" on "alert" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "alert_county_see" on "alert" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "alert_county_add" on "alert" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "alert_county_change" on "alert" for update to "at_county" using (county_code = app.county() and (leader_id = app.person())) with check (county_code = app.county() and (leader_id = app.person()))`,
    );
    this.addSql(
      `create policy "alert_township_add" on "alert" for insert to "at_township" with check (county_code = app.county())`,
    );
    this.addSql(`alter table "area" enable row level security`);
    this.addSql(`alter table "area" force row level security`);
    this.addSql(`create policy "area_owner" on "area" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "area_county_see" on "area" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "area_county_add" on "area" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "area_county_change" on "area" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "area_township_see" on "area" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "area_village_see" on "area" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "area_officer_see" on "area" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "audit" enable row level security`);
    this.addSql(`alter table "audit" force row level security`);
    this.addSql(`create policy "audit_owner" on "audit" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "audit_county_see" on "audit" for select to "at_county" using (county_code = app.county() and (line <> 'SEALED' or app.sealed()))`,
    );
    this.addSql(
      `create policy "audit_county_add" on "audit" for insert to "at_county" with check (county_code = app.county() and (actor_id = app.person()))`,
    );
    this.addSql(
      `create policy "audit_township_see" on "audit" for select to "at_township" using (county_code = app.county() and (township_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "audit_township_add" on "audit" for insert to "at_township" with check (county_code = app.county() and (actor_id = app.person()))`,
    );
    this.addSql(
      `create policy "audit_village_see" on "audit" for select to "at_village" using (county_code = app.county() and (village_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "audit_village_add" on "audit" for insert to "at_village" with check (county_code = app.county() and (actor_id = app.person()))`,
    );
    this.addSql(
      `create policy "audit_officer_see" on "audit" for select to "at_officer" using (county_code = app.county() and (author_id = app.person()))`,
    );
    this.addSql(
      `create policy "audit_officer_add" on "audit" for insert to "at_officer" with check (county_code = app.county() and (actor_id = app.person()))`,
    );
    this.addSql(`alter table "calendar_day" enable row level security`);
    this.addSql(`alter table "calendar_day" force row level security`);
    this.addSql(`create policy "calendar_day_owner" on "calendar_day" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "calendar_day_everybody_see" on "calendar_day" for select to "at_county", "at_township", "at_village", "at_officer" using (true)`,
    );
    this.addSql(`alter table "county" enable row level security`);
    this.addSql(`alter table "county" force row level security`);
    this.addSql(`create policy "county_owner" on "county" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "county_county_see" on "county" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "county_county_change" on "county" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "county_township_see" on "county" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "county_village_see" on "county" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "county_officer_see" on "county" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "digest" enable row level security`);
    this.addSql(`alter table "digest" force row level security`);
    this.addSql(`create policy "digest_owner" on "digest" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "digest_county_see" on "digest" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_county_add" on "digest" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_county_change" on "digest" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(`alter table "digest_file" enable row level security`);
    this.addSql(`alter table "digest_file" force row level security`);
    this.addSql(`create policy "digest_file_owner" on "digest_file" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "digest_file_county_see" on "digest_file" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_file_county_add" on "digest_file" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_file_county_change" on "digest_file" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(`alter table "digest_item" enable row level security`);
    this.addSql(`alter table "digest_item" force row level security`);
    this.addSql(`create policy "digest_item_owner" on "digest_item" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "digest_item_county_see" on "digest_item" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_item_county_add" on "digest_item" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_item_county_change" on "digest_item" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_item_county_remove" on "digest_item" for delete to "at_county" using (county_code = app.county())`,
    );
    this.addSql(`alter table "digest_item_report" enable row level security`);
    this.addSql(`alter table "digest_item_report" force row level security`);
    this.addSql(
      `create policy "digest_item_report_owner" on "digest_item_report" to "lxq_owner" using (true) with check (true)`,
    );
    this.addSql(
      `create policy "digest_item_report_county_see" on "digest_item_report" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_item_report_county_add" on "digest_item_report" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_item_report_county_remove" on "digest_item_report" for delete to "at_county" using (county_code = app.county())`,
    );
    this.addSql(`alter table "digest_receipt" enable row level security`);
    this.addSql(`alter table "digest_receipt" force row level security`);
    this.addSql(
      `create policy "digest_receipt_owner" on "digest_receipt" to "lxq_owner" using (true) with check (true)`,
    );
    this.addSql(
      `create policy "digest_receipt_county_see" on "digest_receipt" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_receipt_county_add" on "digest_receipt" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_receipt_county_change" on "digest_receipt" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(`alter table "digest_version" enable row level security`);
    this.addSql(`alter table "digest_version" force row level security`);
    this.addSql(
      `create policy "digest_version_owner" on "digest_version" to "lxq_owner" using (true) with check (true)`,
    );
    this.addSql(
      `create policy "digest_version_county_see" on "digest_version" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_version_county_add" on "digest_version" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "digest_version_county_change" on "digest_version" for update to "at_county" using (county_code = app.county() and (by_id = app.person())) with check (county_code = app.county() and (by_id = app.person()))`,
    );
    this.addSql(`alter table "event" enable row level security`);
    this.addSql(`alter table "event" force row level security`);
    this.addSql(`create policy "event_owner" on "event" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "event_county_see" on "event" for select to "at_county" using (county_code = app.county() and (line <> 'SEALED' or app.sealed()))`,
    );
    this.addSql(
      `create policy "event_county_add" on "event" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "event_township_see" on "event" for select to "at_township" using (county_code = app.county() and (township_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "event_township_add" on "event" for insert to "at_township" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "event_village_see" on "event" for select to "at_village" using (county_code = app.county() and (village_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "event_village_add" on "event" for insert to "at_village" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "event_officer_see" on "event" for select to "at_officer" using (county_code = app.county() and (author_id = app.person()))`,
    );
    this.addSql(
      `create policy "event_officer_add" on "event" for insert to "at_officer" with check (county_code = app.county())`,
    );
    this.addSql(`alter table "event_counter" enable row level security`);
    this.addSql(`alter table "event_counter" force row level security`);
    this.addSql(`create policy "event_counter_owner" on "event_counter" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "event_counter_county_see" on "event_counter" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "event_counter_township_see" on "event_counter" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "event_counter_village_see" on "event_counter" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "event_counter_officer_see" on "event_counter" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "instruction" enable row level security`);
    this.addSql(`alter table "instruction" force row level security`);
    this.addSql(`create policy "instruction_owner" on "instruction" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "instruction_county_see" on "instruction" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "instruction_county_add" on "instruction" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "instruction_county_change" on "instruction" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(`alter table "login" enable row level security`);
    this.addSql(`alter table "login" force row level security`);
    this.addSql(`create policy "login_owner" on "login" to "lxq_owner" using (true) with check (true)`);
    this.addSql(`alter table "person" enable row level security`);
    this.addSql(`alter table "person" force row level security`);
    this.addSql(`create policy "person_owner" on "person" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "person_county_see" on "person" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "person_county_add" on "person" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "person_county_change" on "person" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "person_township_see" on "person" for select to "at_township" using (county_code = app.county() and (id = app.person()))`,
    );
    this.addSql(
      `create policy "person_village_see" on "person" for select to "at_village" using (county_code = app.county() and (id = app.person()))`,
    );
    this.addSql(
      `create policy "person_officer_see" on "person" for select to "at_officer" using (county_code = app.county() and (id = app.person()))`,
    );
    this.addSql(`alter table "place" enable row level security`);
    this.addSql(`alter table "place" force row level security`);
    this.addSql(`create policy "place_owner" on "place" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "place_county_see" on "place" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "place_county_add" on "place" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "place_county_change" on "place" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "place_township_see" on "place" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "place_village_see" on "place" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "place_officer_see" on "place" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "portfolio" enable row level security`);
    this.addSql(`alter table "portfolio" force row level security`);
    this.addSql(`create policy "portfolio_owner" on "portfolio" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "portfolio_county_see" on "portfolio" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_county_add" on "portfolio" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_county_change" on "portfolio" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_township_see" on "portfolio" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_village_see" on "portfolio" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_officer_see" on "portfolio" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "portfolio_topic" enable row level security`);
    this.addSql(`alter table "portfolio_topic" force row level security`);
    this.addSql(
      `create policy "portfolio_topic_owner" on "portfolio_topic" to "lxq_owner" using (true) with check (true)`,
    );
    this.addSql(
      `create policy "portfolio_topic_county_see" on "portfolio_topic" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_topic_county_add" on "portfolio_topic" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_topic_county_change" on "portfolio_topic" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_topic_county_remove" on "portfolio_topic" for delete to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_topic_township_see" on "portfolio_topic" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_topic_village_see" on "portfolio_topic" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "portfolio_topic_officer_see" on "portfolio_topic" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "post" enable row level security`);
    this.addSql(`alter table "post" force row level security`);
    this.addSql(`create policy "post_owner" on "post" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "post_county_see" on "post" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "post_county_add" on "post" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "post_county_change" on "post" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "post_township_see" on "post" for select to "at_township" using (county_code = app.county() and (township_code = app.unit()))`,
    );
    this.addSql(
      `create policy "post_village_see" on "post" for select to "at_village" using (county_code = app.county() and (village_code = app.unit()))`,
    );
    this.addSql(
      `create policy "post_officer_see" on "post" for select to "at_officer" using (county_code = app.county() and (person_id = app.person()))`,
    );
    this.addSql(`alter table "report" enable row level security`);
    this.addSql(`alter table "report" force row level security`);
    this.addSql(`create policy "report_owner" on "report" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "report_county_see" on "report" for select to "at_county" using (county_code = app.county() and (line <> 'SEALED' or app.sealed()))`,
    );
    this.addSql(
      `create policy "report_county_add" on "report" for insert to "at_county" with check (county_code = app.county() and (author_id = app.person()))`,
    );
    this.addSql(
      `create policy "report_county_change" on "report" for update to "at_county" using (county_code = app.county() and (line <> 'SEALED' or app.sealed())) with check (county_code = app.county() and (line <> 'SEALED' or app.sealed()))`,
    );
    this.addSql(
      `create policy "report_township_see" on "report" for select to "at_township" using (county_code = app.county() and (township_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "report_township_add" on "report" for insert to "at_township" with check (county_code = app.county() and (author_id = app.person() and township_code = app.unit()))`,
    );
    this.addSql(
      `create policy "report_township_change" on "report" for update to "at_township" using (county_code = app.county() and (township_code = app.unit() and line = 'LINE')) with check (county_code = app.county() and (township_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "report_village_see" on "report" for select to "at_village" using (county_code = app.county() and (village_code = app.unit() and line = 'LINE'))`,
    );
    this.addSql(
      `create policy "report_village_add" on "report" for insert to "at_village" with check (county_code = app.county() and (author_id = app.person() and village_code = app.unit()))`,
    );
    this.addSql(
      `create policy "report_village_change" on "report" for update to "at_village" using (county_code = app.county() and (village_code = app.unit() and line = 'LINE' and author_id = app.person())) with check (county_code = app.county() and (village_code = app.unit() and line = 'LINE' and author_id = app.person()))`,
    );
    this.addSql(
      `create policy "report_officer_see" on "report" for select to "at_officer" using (county_code = app.county() and (author_id = app.person()))`,
    );
    this.addSql(
      `create policy "report_officer_add" on "report" for insert to "at_officer" with check (county_code = app.county() and (author_id = app.person() and unit_code = app.unit()))`,
    );
    this.addSql(
      `create policy "report_officer_change" on "report" for update to "at_officer" using (county_code = app.county() and (author_id = app.person())) with check (county_code = app.county() and (author_id = app.person()))`,
    );
    this.addSql(`alter table "report_search" enable row level security`);
    this.addSql(`alter table "report_search" force row level security`);
    this.addSql(`create policy "report_search_owner" on "report_search" to "lxq_owner" using (true) with check (true)`);
    this.addSql(`alter table "session" enable row level security`);
    this.addSql(`alter table "session" force row level security`);
    this.addSql(`create policy "session_owner" on "session" to "lxq_owner" using (true) with check (true)`);
    this.addSql(`alter table "sign_in_failure" enable row level security`);
    this.addSql(`alter table "sign_in_failure" force row level security`);
    this.addSql(
      `create policy "sign_in_failure_owner" on "sign_in_failure" to "lxq_owner" using (true) with check (true)`,
    );
    this.addSql(`alter table "term" enable row level security`);
    this.addSql(`alter table "term" force row level security`);
    this.addSql(`create policy "term_owner" on "term" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "term_county_see" on "term" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "term_county_add" on "term" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "term_county_change" on "term" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "term_township_see" on "term" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "term_village_see" on "term" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "term_officer_see" on "term" for select to "at_officer" using (county_code = app.county())`,
    );
    this.addSql(`alter table "unit" enable row level security`);
    this.addSql(`alter table "unit" force row level security`);
    this.addSql(`create policy "unit_owner" on "unit" to "lxq_owner" using (true) with check (true)`);
    this.addSql(
      `create policy "unit_county_see" on "unit" for select to "at_county" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "unit_county_add" on "unit" for insert to "at_county" with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "unit_county_change" on "unit" for update to "at_county" using (county_code = app.county()) with check (county_code = app.county())`,
    );
    this.addSql(
      `create policy "unit_township_see" on "unit" for select to "at_township" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "unit_village_see" on "unit" for select to "at_village" using (county_code = app.county())`,
    );
    this.addSql(
      `create policy "unit_officer_see" on "unit" for select to "at_officer" using (county_code = app.county())`,
    );
  }
}
