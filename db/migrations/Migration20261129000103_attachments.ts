import { Migration } from '@mikro-orm/migrations';

/** 附件: what is promised to come with a thing, and what came; of reports the counts. */
export class Migration20261129000103_attachments extends Migration {
  override up(): void {
    this.addSql(
      `create table "attachment" ("county_code" int not null, "id" uuid not null, "subject" text not null, "subject_id" uuid not null, "author_id" uuid not null, "client_id" uuid not null, "position" int not null, "kind" text not null, "state" text not null default 'AWAITED', "sha256" text not null, "size" int not null, "name" text null, "seconds" int null, "stored_sha256" text null, "stored_size" int null, "media_type" text null, "width" int null, "height" int null, "refused_for" text null, "created_at" timestamptz(3) not null, "begun_at" timestamptz(3) null, "arrived_at" timestamptz(3) null, "withdrawn_at" timestamptz(3) null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "attachment_subject" on "attachment" ("county_code", "subject_id", "position", "id")`);
    this.addSql(
      `alter table "attachment" add constraint "attachment_client" unique ("county_code", "author_id", "client_id")`,
    );
    const words: Record<string, string> = {
      subject: `subject in ('REPORT', 'CASE', 'REVISIT')`,
      kind: `kind in ('PHOTO', 'VOICE', 'FILE')`,
      state: `state in ('AWAITED', 'ARRIVED', 'REFUSED')`,
      refused_for: `refused_for in ('EMPTY', 'BROKEN', 'TOO_LARGE', 'MARKUP', 'HEIC', 'NO_PHOTO', 'TOO_MANY_PIXELS', 'NO_VOICE', 'VIDEO', 'NO_FILE', 'OLD_OFFICE', 'ARCHIVE', 'BOMB', 'PATHS', 'MACROS', 'LOCKED')`,
    };
    for (const [column, check] of Object.entries(words))
      this.addSql(`alter table "attachment" add constraint "attachment_${column}_check" check (${check})`);
    this.addSql(`alter table "attachment" enable row level security`);
    this.addSql(`alter table "attachment" force row level security`);
    this.addSql(
      `create trigger attachment_kept before insert or update on attachment for each row execute function app.keep_attachment()`,
    );
    this.addSql(`alter table "report" add column "attachments_promised" int not null default 0`);
    this.addSql(`alter table "report" add column "attachments_arrived" int not null default 0`);
    this.addSql(`select app.distribute('attachment', 'county')`);
  }
}
