import { Migration } from '@mikro-orm/migrations';

/** Who acknowledges a leader's alerts for them, and that an alert says so (docs/decisions/0048). */
export class Migration20261129000111_secretaries extends Migration {
  override up(): void {
    this.addSql(
      `create table "secretary" ("county_code" int not null, "id" uuid not null, "leader_id" uuid not null, "leader_name" text not null, "leader_post_id" uuid not null, "person_id" uuid not null, "person_name" text not null, "post_id" uuid not null, "named_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "secretary_person" on "secretary" ("county_code", "person_id")`);
    this.addSql(
      `create unique index "secretary_one" on "secretary" ("county_code", "leader_id") where ended_at is null`,
    );
    for (const [column, target] of [
      ['leader_id', 'person'],
      ['leader_post_id', 'post'],
      ['person_id', 'person'],
      ['post_id', 'post'],
    ])
      this.addSql(
        `alter table "secretary" add constraint "secretary_${column}_fk" foreign key (county_code, ${column}) references ${target} (county_code, id)`,
      );
    this.addSql(`alter table "secretary" enable row level security`);
    this.addSql(`alter table "secretary" force row level security`);
    this.addSql(`select app.distribute('secretary', 'county')`);
    this.addSql(
      `create trigger secretary_kept after insert or update on secretary for each row execute function app.keep_secretary()`,
    );
    this.addSql(
      `create trigger secretary_settles after update on secretary for each row when (old.ended_at is null and new.ended_at is not null) execute function app.settle_secretary()`,
    );
    this.addSql(`alter table "alert" add column "acted_by_id" uuid null, add column "acted_by_name" text null`);
    this.addSql(`create trigger alert_kept before update on alert for each row execute function app.keep_alert()`);
    this.addSql(
      `alter table "notification" add column "for_name" text null, drop constraint "notification_why_check", add constraint "notification_why_check" check (why in ('AUTHOR', 'CALLED', 'SECRETARY', 'HANDLER', 'OFFICE_HEAD', 'LEADER', 'COUNTY_OFFICE', 'ASKED'))`,
    );
  }
}
