import { Migration } from '@mikro-orm/migrations';

/** Whom a deadline has reminded stands with it, so that its lists look up no reminder. */
export class Migration20261129000100_reminded extends Migration {
  override up(): void {
    this.addSql(`alter table "deadline" add column "reminded" jsonb not null default '[]'`);
    this.addSql(
      `update deadline d set reminded = made.of from (
         select county_code, deadline_id, jsonb_agg(jsonb_build_object('rung', rung, 'addressee', addressee, 'sentAt', sent_at, 'readAt', read_at) order by sent_at, rung) as of
         from reminder group by 1, 2) made
       where d.county_code = made.county_code and d.id = made.deadline_id`,
    );
    this.addSql(
      `create trigger reminder_followed after insert or update on reminder for each row execute function app.follow_reminder()`,
    );
  }
}
