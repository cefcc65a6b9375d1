import { Migration } from '@mikro-orm/migrations';

const KINDS = `'URGENT_REPORT', 'REPORT_RETURNED', 'REPORT_ANSWERED', 'REPORT_ADOPTED', 'REPORT_INSTRUCTED', 'DUTY_BEGUN', 'DUTY_NEARS', 'DUTY_PASSED', 'TRIAL'`;
const LINES = `'LINE', 'DIRECT', 'SEALED'`;
const words = (table: string, column: string, list: string) =>
  `alter table "${table}" add constraint "${table}_${column}_check" check (${column} in (${list}))`;

/** What rings for whom, through which channel, and what became of it (docs/decisions/0044). */
export class Migration20261129000106_notifications extends Migration {
  override up(): void {
    this.notifications();
    this.deliveries();
    for (const rung of RUNG_BY) this.addSql(rung);
  }

  private notifications(): void {
    this.addSql(
      `create table "notification" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "person_id" uuid not null, "author_id" uuid null, "line" text not null default 'LINE', "kind" text not null, "why" text not null, "subject" text not null, "subject_id" uuid null, "key" text not null, "created_at" timestamptz(3) not null, "acknowledged_at" timestamptz(3) null, "climbed_at" timestamptz(3) null, "spread_at" timestamptz(3) null, primary key ("county_code", "id"))`,
    );
    this.addSql(words('notification', 'line', LINES));
    this.addSql(words('notification', 'kind', KINDS));
    this.addSql(
      words('notification', 'why', `'AUTHOR', 'CALLED', 'HANDLER', 'OFFICE_HEAD', 'LEADER', 'COUNTY_OFFICE', 'ASKED'`),
    );
    this.addSql(
      `alter table "notification" add constraint "notification_once" unique ("county_code", "person_id", "key")`,
    );
    this.addSql(
      `create index "notification_person" on "notification" ("county_code", "person_id", "created_at", "id")`,
    );
    this.addSql(`create index "notification_subject" on "notification" ("county_code", "subject_id")`);
    this.addSql(
      `create index "notification_unread" on "notification" ("county_code", "person_id", "unit_code", "author_id", "line") where acknowledged_at is null`,
    );
    this.addSql(
      `create index "notification_unspread" on "notification" ("county_code", "created_at") where spread_at is null`,
    );
    this.addSql(
      `alter table "notification" add constraint "notification_person_fk" foreign key (county_code, person_id) references person (county_code, id)`,
    );
    this.addSql(
      `create trigger notification_kept before update on notification for each row execute function app.keep_notification()`,
    );
  }

  private deliveries(): void {
    this.addSql(
      `create table "notification_delivery" ("county_code" int not null, "notification_id" uuid not null, "channel_id" uuid not null, "unit_code" bigint not null, "person_id" uuid not null, "author_id" uuid null, "line" text not null default 'LINE', "kind" text not null, "channel" text not null, "key" text not null, "state" text not null default 'QUEUED', "attempts" int not null default 0, "failure" text null, "not_before" timestamptz(3) not null, "turn" uuid null, "queued_at" timestamptz(3) not null, "sent_at" timestamptz(3) null, primary key ("county_code", "notification_id", "channel_id"))`,
    );
    this.addSql(words('notification_delivery', 'line', LINES));
    this.addSql(words('notification_delivery', 'kind', KINDS));
    this.addSql(words('notification_delivery', 'channel', `'WECOM', 'DINGTALK', 'WEB_PUSH', 'EMAIL'`));
    this.addSql(words('notification_delivery', 'state', `'QUEUED', 'SENT', 'DELIVERED', 'FAILED', 'CLIMBED'`));
    this.addSql(
      `alter table "notification_delivery" add constraint "notification_delivery_once" unique ("county_code", "channel_id", "key")`,
    );
    this.addSql(
      `create index "notification_delivery_queued" on "notification_delivery" ("county_code", "channel_id", "not_before") where state = 'QUEUED'`,
    );
  }
}

const RUNG_BY = [
  `create trigger audit_rings after insert on audit for each row when (new.subject = 'REPORT' and new.author_id is not null and new.deed in ('return', 'unreturn', 'resubmit', 'withdraw', 'reply', 'answer', 'digest', 'instruct')) execute function app.ring_author()`,
  `create trigger alert_rings after insert on alert for each row execute function app.ring_called()`,
  `create trigger alert_settles after update on alert for each row when (old.acknowledged_at is null and new.acknowledged_at is not null or old.withdrawn_at is null and new.withdrawn_at is not null) execute function app.settle_called()`,
  `create trigger deadline_rings after insert on deadline for each row execute function app.ring_duty()`,
  `create trigger deadline_handed_over after update of unit_code on deadline for each row when (old.unit_code <> new.unit_code) execute function app.ring_duty()`,
  `create trigger deadline_settles after update of state on deadline for each row when (old.state not in ('MET', 'DROPPED') and new.state in ('MET', 'DROPPED')) execute function app.settle_duty()`,
  `create trigger reminder_rings after insert on reminder for each row execute function app.ring_reminded()`,
  `create trigger reminder_settles after update on reminder for each row when (old.read_at is null and new.read_at is not null) execute function app.settle_reminded()`,
];
