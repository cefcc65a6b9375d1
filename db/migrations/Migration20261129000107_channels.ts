import { Migration } from '@mikro-orm/migrations';

/** By which ways somebody is reached outside the house: addresses are sealed, robots are called at a pace (docs/decisions/0044). */
export class Migration20261129000107_channels extends Migration {
  override up(): void {
    this.addSql(
      `create table "notification_channel" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "person_id" uuid null, "kind" text not null, "language" text not null, "sealed" bytea not null, "nonce" bytea not null, "key_id" text not null, "mark" text not null, "quiet_from" int null, "quiet_to" int null, "added_at" timestamptz(3) not null, "tried_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "ended_why" text null, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `alter table "notification_channel" add constraint "notification_channel_kind_check" check (kind in ('WECOM', 'DINGTALK', 'WEB_PUSH', 'EMAIL'))`,
    );
    this.addSql(
      `alter table "notification_channel" add constraint "notification_channel_language_check" check (language in ('zh', 'en'))`,
    );
    this.addSql(
      `alter table "notification_channel" add constraint "notification_channel_quiet_check" check (quiet_from is null and quiet_to is null or quiet_from >= 0 and quiet_from < 1440 and quiet_to >= 0 and quiet_to < 1440 and quiet_from <> quiet_to)`,
    );
    this.addSql(
      `create unique index "notification_channel_person" on "notification_channel" ("county_code", "person_id", "mark") where person_id is not null`,
    );
    this.addSql(
      `create unique index "notification_channel_unit" on "notification_channel" ("county_code", "unit_code", "mark") where person_id is null`,
    );
    this.addSql(
      `create table "notification_pace" ("county_code" int not null, "mark" text not null, "next_at" timestamptz(3) not null, primary key ("county_code", "mark"))`,
    );
    this.addSql(
      `create table "push_key" ("county_code" int not null, "public_key" text not null, "sealed" bytea not null, "nonce" bytea not null, "key_id" text not null, "made_at" timestamptz(3) not null, primary key ("county_code"))`,
    );
  }
}
