import { Migration } from '@mikro-orm/migrations';

/** Nothing rings at a mailbox before somebody has read a code there; robots and browsers are their owner's from the first (docs/decisions/0050). */
export class Migration20261130000116_verified_channels extends Migration {
  override up(): void {
    this.addSql(
      `alter table "notification_channel" drop column "tried_at", add column "verified_at" timestamptz(3) null, add column "code_at" timestamptz(3) null, add column "code_hash" text null, add column "code_tries" int not null default 0`,
    );
    this.addSql(`update notification_channel set verified_at = added_at where kind <> 'EMAIL'`);
    this.addSql(
      `create trigger channel_kept before insert or update on notification_channel for each row execute function app.keep_channel()`,
    );
  }
}
