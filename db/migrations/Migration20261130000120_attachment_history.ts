import { Migration } from '@mikro-orm/migrations';

/** What was attached and taken back stands in the history of the thing itself; why something is refused has words that came since, and lost one that nothing said. */
export class Migration20261130000120_attachment_history extends Migration {
  override up(): void {
    this.addSql(`alter table "attachment" drop constraint "attachment_refused_for_check"`);
    this.addSql(
      `alter table "attachment" add constraint "attachment_refused_for_check" check (refused_for in ('EMPTY', 'BROKEN', 'MARKUP', 'HARMFUL', 'HEIC', 'NO_PHOTO', 'TOO_MANY_PIXELS', 'NO_VOICE', 'VIDEO', 'NO_FILE', 'OLD_OFFICE', 'ARCHIVE', 'BOMB', 'PATHS', 'MACROS', 'EMBEDDED', 'LOCKED'))`,
    );
    // Until now each had a line of its own, which stays.
    this.addSql(
      `insert into audit (county_code, id, unit_code, at, subject, subject_id, about, author_id, line, ears, deed, actor_id, actor_name, actor_role, actor_capacity, actor_unit_code, acted_by_id, acted_by_name, detail)
       select a.county_code, gen_random_uuid(), a.unit_code, a.at, t.subject, t.subject_id, a.about - t.subject, a.author_id, a.line, a.ears, a.deed, a.actor_id, a.actor_name, a.actor_role, a.actor_capacity, a.actor_unit_code, a.acted_by_id, a.acted_by_name,
         jsonb_build_object('attachments', jsonb_build_array(a.detail || jsonb_build_object('id', t.id)))
       from audit a join attachment t on t.county_code = a.county_code and t.id = a.subject_id
       where a.subject = 'ATTACHMENT' and a.deed in ('attach', 'detach')`,
    );
  }
}
