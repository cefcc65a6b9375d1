import { Migration } from '@mikro-orm/migrations';

/** What an event names beside its subject, by the column that held it. */
const NAMED = { REPORT: 'report_id', DIGEST: 'digest_id', ITEM: 'item_id', INSTRUCTION: 'instruction_id' };
const ABOUT = Object.entries(NAMED).flatMap(([word, column]) => [`'${word}'`, column]);

/**
 * Audit lines and events say in the same words what they are of, what else they concern, and whose ears in the county they are for (docs/decisions/0031).
 * Of what stands here, an alert's and a request's events name the report alone, and lines of the audit nothing but their subject: more was not kept.
 */
export class Migration20261129000066_one_subject extends Migration {
  override up(): void {
    for (const table of ['event', 'audit']) {
      this.addSql(`alter table "${table}" add column "about" jsonb not null default '{}'`);
      this.addSql(`alter table "${table}" add column "ears" text not null default 'EVERYBODY'`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_ears_check" check (ears in ('EVERYBODY', 'READERS', 'LEADERS', 'OFFICE'))`,
      );
    }
    this.audit();
    this.event();
  }

  /** Its trigger refuses changes even to the owner, but for sealing: it is the owner's to take off for once. */
  private audit(): void {
    this.addSql(`alter table "audit" drop constraint "audit_subject_check"`);
    this.addSql(`alter table "audit" disable trigger "audit_append_only"`);
    this.addSql(
      `update "audit" set ears = case subject when 'DIGEST' then 'OFFICE' else 'LEADERS' end where subject in ('DIGEST', 'INSTRUCTION')`,
    );
    this.addSql(`alter table "audit" enable trigger "audit_append_only"`);
  }

  private event(): void {
    this.addSql(`alter table "event" add column "subject" text, add column "subject_id" uuid`);
    this.addSql(
      `update "event" set about = jsonb_strip_nulls(jsonb_build_object(${ABOUT.join(', ')})),
         subject = case when instruction_id is not null then 'INSTRUCTION' when report_id is not null then 'REPORT' else 'DIGEST' end,
         subject_id = coalesce(instruction_id, report_id, digest_id),
         ears = case when instruction_id is not null then 'LEADERS' when digest_id is not null then 'OFFICE' else 'EVERYBODY' end`,
    );
    this.addSql(
      `update "event" e set ears = 'READERS' from "digest" d
       where d.county_code = e.county_code and d.id = e.digest_id and d.issued_at <= e.at and e.instruction_id is null`,
    );
    this.addSql(`alter table "event" alter column "subject" set not null`);
    // Policies are made anew after the migrations (docs/decisions/0029); until then a level sees no event.
    this.addSql(`drop policy if exists "event_county_see" on "event"`);
    for (const column of Object.values(NAMED)) this.addSql(`alter table "event" drop column "${column}"`);
  }
}
