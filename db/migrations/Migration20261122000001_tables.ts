import { Migration } from '@mikro-orm/migrations';

/** Every table of the first version, as the entities describe it. */
export class Migration20261122000001_tables extends Migration {
  override up(): void {
    this.addSql(`create sequence report_no`);
    this.addSql(`create sequence instruction_no`);
    this.addSql(
      `create table "alert" ("county_code" int not null, "id" uuid not null, "report_id" uuid not null, "leader_id" uuid not null, "raised_at" timestamptz(3) not null, "due_at" timestamptz(3) not null, "acknowledged_at" timestamptz(3) null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "alert_leader" on "alert" ("county_code", "leader_id", "raised_at")`);
    this.addSql(
      `create table "area" ("county_code" int not null, "id" uuid not null, "township_code" bigint not null, "name" text not null, "chief_id" uuid null, "deputy_id" uuid null, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create table "audit" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "at" timestamptz(3) not null, "subject" text not null, "subject_id" uuid not null, "deed" text not null, "from_state" text null, "to_state" text null, "actor_id" uuid not null, "actor_name" text not null, "actor_role" text not null, "note" text null, "detail" jsonb null, "author_id" uuid null, "line" text not null default 'LINE', primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "audit_subject" on "audit" ("county_code", "subject_id", "at")`);
    this.addSql(
      `create table "calendar_day" ("day" date not null, "is_workday" boolean not null, "name" text not null, primary key ("day"))`,
    );
    this.addSql(
      `create table "county" ("county_code" int not null, "name" text not null, "office_name" text not null, "digest_cycle" text not null default 'TEN_DAYS', primary key ("county_code"))`,
    );
    this.addSql(
      `create table "digest" ("county_code" int not null, "id" uuid not null, "state" text not null default 'COLLECTING', "period_from" date not null, "period_to" date not null, "year" int null, "no" int null, "cum_no" int null, "title" text not null, "mark" text not null, "issuer" text not null, "copies" int null, "recipients" jsonb not null, "editor_id" uuid null, "signer_id" uuid null, "signer_name" text null, "signed_on" date null, "issued_at" timestamptz(3) null, "frozen" jsonb null, "content_hash" text null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "digest_newest" on "digest" ("county_code", "period_from", "id")`);
    this.addSql(`alter table "digest" add constraint "digest_cum_no" unique ("county_code", "cum_no")`);
    this.addSql(`alter table "digest" add constraint "digest_no" unique ("county_code", "year", "no")`);
    this.addSql(
      `create table "digest_file" ("county_code" int not null, "id" uuid not null, "digest_id" uuid not null, "format" text not null, "content_hash" text not null, "state" text not null default 'QUEUED', "progress" int not null default 0, "sha256" text null, "size" int null, "error" text null, "requested_at" timestamptz(3) not null, "bytes" bytea null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "digest_file_digest" on "digest_file" ("county_code", "digest_id")`);
    this.addSql(
      `create table "digest_item" ("county_code" int not null, "id" uuid not null, "digest_id" uuid not null, "position" int not null, "kind" text not null default 'NORMAL', "portfolio_id" uuid null, "title" text not null, "body" jsonb not null, "text" text not null, "corrects_id" uuid null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "digest_item_order" on "digest_item" ("county_code", "digest_id", "position")`);
    this.addSql(
      `create table "digest_item_report" ("county_code" int not null, "item_id" uuid not null, "report_id" uuid not null, "digest_id" uuid not null, primary key ("county_code", "item_id", "report_id"))`,
    );
    this.addSql(`create index "digest_item_report_digest" on "digest_item_report" ("county_code", "digest_id")`);
    this.addSql(`create index "digest_item_report_report" on "digest_item_report" ("county_code", "report_id")`);
    this.addSql(
      `create table "digest_receipt" ("county_code" int not null, "digest_id" uuid not null, "person_id" uuid not null, "person_name" text not null, "role_name" text not null, "read_at" timestamptz(3) null, primary key ("county_code", "digest_id", "person_id"))`,
    );
    this.addSql(
      `create table "digest_version" ("county_code" int not null, "id" uuid not null, "digest_id" uuid not null, "item_id" uuid null, "at" timestamptz(3) not null, "by_id" uuid not null, "title" text not null, "text" text not null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "digest_version_newest" on "digest_version" ("county_code", "digest_id", "at")`);
    this.addSql(
      `create table "event" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "n" bigint null, "kind" text not null, "at" timestamptz(3) not null, "report_id" uuid null, "digest_id" uuid null, "item_id" uuid null, "instruction_id" uuid null, "author_id" uuid null, "line" text not null default 'LINE', primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "event_author_n" on "event" ("county_code", "author_id", "n")`);
    this.addSql(`create index "event_village_n" on "event" ("county_code", "village_code", "n", "line")`);
    this.addSql(`create index "event_township_n" on "event" ("county_code", "township_code", "n", "line")`);
    this.addSql(`create index "event_county_n" on "event" ("county_code", "n", "line")`);
    this.addSql(
      `create table "event_counter" ("county_code" int not null, "epoch" text not null, "n" bigint not null default '0', "folded_to" bigint not null default '0', primary key ("county_code"))`,
    );
    this.addSql(
      `create table "instruction" ("county_code" int not null, "id" uuid not null, "serial" bigint not null default nextval('instruction_no'::regclass), "client_id" uuid not null, "state" text not null default 'INSTRUCTED', "level" text not null, "leader_id" uuid not null, "leader_name" text not null, "text" text not null, "responsible_unit_code" bigint not null, "due_on" date not null, "instructed_at" timestamptz(3) not null, "read_at" timestamptz(3) null, "digest_id" uuid null, "item_id" uuid null, "report_id" uuid null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "instruction_report" on "instruction" ("county_code", "report_id")`);
    this.addSql(`create index "instruction_item" on "instruction" ("county_code", "item_id")`);
    this.addSql(
      `create index "instruction_leader" on "instruction" ("county_code", "leader_id", "instructed_at", "id")`,
    );
    this.addSql(`create index "instruction_newest" on "instruction" ("county_code", "instructed_at", "id")`);
    this.addSql(
      `alter table "instruction" add constraint "instruction_client" unique ("county_code", "leader_id", "client_id")`,
    );
    this.addSql(
      `create table "login" ("account" text not null, "county_code" int not null, "person_id" uuid not null, "password_hash" text not null, primary key ("account"))`,
    );
    this.addSql(
      `create table "person" ("county_code" int not null, "id" uuid not null, "name" text not null, "is_active" boolean not null default true, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create table "place" ("county_code" int not null, "code" bigint not null, "name" text not null, "full_name" text not null, "level" text not null, "parent_code" bigint null, "pinyin" text not null, "initials" text not null, "valid_from" date not null, "valid_to" date null, "replaced_by" bigint null, primary key ("county_code", "code"))`,
    );
    this.addSql(`create index "place_parent" on "place" ("county_code", "parent_code")`);
    this.addSql(
      `create table "portfolio" ("county_code" int not null, "id" uuid not null, "name" text not null, "leader_id" uuid not null, "leader_name" text not null, "position" int not null default 0, "is_active" boolean not null default true, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create table "portfolio_topic" ("county_code" int not null, "topic_code" text not null, "portfolio_id" uuid not null, primary key ("county_code", "topic_code"))`,
    );
    this.addSql(
      `create table "post" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "person_id" uuid not null, "person_name" text not null, "role" text not null, "code" text null, "leader_level" text null, "area_code" bigint not null, "valid_from" date not null, "valid_to" date null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "post_township" on "post" ("county_code", "township_code", "role")`);
    this.addSql(`create index "post_unit" on "post" ("county_code", "unit_code", "role")`);
    this.addSql(`create index "post_person" on "post" ("county_code", "person_id")`);
    this.addSql(
      `create table "report" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "serial" bigint not null default nextval('report_no'::regclass), "client_id" uuid not null, "content_hash" text not null, "author_id" uuid not null, "post_id" uuid not null, "state" text not null default 'SUBMITTED', "line" text not null, "channel" text not null, "topic_code" text not null, "source_code" text null, "urgency" text not null, "place_code" bigint not null, "outside_area_reason" text null, "households" int null, "people" int null, "occurred_at" timestamptz(3) not null, "submitted_at" timestamptz(3) not null, "due_at" timestamptz(3) not null, "handled_at" timestamptz(3) null, "content" text not null, "return_reason" text null, "urgent_at" timestamptz(3) null, "urgent_due_at" timestamptz(3) null, "answer" text null, "answered_at" timestamptz(3) null, "master_id" uuid null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "report_master" on "report" ("county_code", "master_id")`);
    this.addSql(
      `create index "report_topic_newest" on "report" ("county_code", "topic_code", "submitted_at", "id", "line", "state")`,
    );
    this.addSql(
      `create index "report_author_newest" on "report" ("county_code", "author_id", "submitted_at", "id", "state")`,
    );
    this.addSql(
      `create index "report_village_newest" on "report" ("county_code", "village_code", "line", "submitted_at", "id", "state")`,
    );
    this.addSql(
      `create index "report_township_state" on "report" ("county_code", "township_code", "line", "state", "submitted_at", "id")`,
    );
    this.addSql(
      `create index "report_township_newest" on "report" ("county_code", "township_code", "line", "submitted_at", "id", "state")`,
    );
    this.addSql(
      `create index "report_county_state" on "report" ("county_code", "state", "submitted_at", "id", "line")`,
    );
    this.addSql(
      `create index "report_county_newest" on "report" ("county_code", "submitted_at", "id", "line", "state")`,
    );
    this.addSql(`alter table "report" add constraint "report_client" unique ("county_code", "author_id", "client_id")`);
    this.addSql(
      `create table "report_search" ("county_code" int not null, "report_id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "author_id" uuid not null, "line" text not null, "submitted_at" timestamptz(3) not null, "haystack" text not null, "tokens" tsvector not null, primary key ("county_code", "report_id"))`,
    );
    this.addSql(`create index "report_search_newest" on "report_search" ("county_code", "submitted_at", "report_id")`);
    this.addSql(`create index "report_search_tokens" on "report_search" using gin ("tokens")`);
    this.addSql(
      `create table "session" ("token_hash" text not null, "county_code" int not null, "person_id" uuid not null, "post_id" uuid not null, "created_at" timestamptz(3) not null default now(), "seen_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, primary key ("token_hash"))`,
    );
    this.addSql(
      `create table "sign_in_failure" ("key" text not null, "failures" int not null, "until" timestamptz(3) not null, primary key ("key"))`,
    );
    this.addSql(
      `create table "term" ("county_code" int not null, "kind" text not null, "code" text not null, "name" text not null, "name_en" text not null, "parent_code" text null, "is_problem" boolean not null default true, "is_active" boolean not null default true, "position" int not null default 0, primary key ("county_code", "kind", "code"))`,
    );
    this.addSql(
      `create table "unit" ("county_code" int not null, "code" bigint not null, "name" text not null, "kind" text not null, "parent_code" bigint null, "principal_id" uuid null, "area_id" uuid null, "is_active" boolean not null default true, "township_code" bigint generated always as ((code / 1000000) * 1000000) stored not null, primary key ("county_code", "code"))`,
    );
    this.addSql(
      `alter table "audit" add constraint "audit_subject_check" check (subject in ('REPORT', 'DIGEST', 'INSTRUCTION', 'TERM', 'PORTFOLIO', 'COUNTY', 'SESSION', 'ALERT'))`,
    );
    this.addSql(
      `alter table "audit" add constraint "audit_actor_role_check" check (actor_role in ('OFFICER', 'VILLAGE_HEAD', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER', 'COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST', 'DISCIPLINE_CLERK', 'ADMIN'))`,
    );
    this.addSql(`alter table "audit" add constraint "audit_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`);
    this.addSql(
      `alter table "county" add constraint "county_digest_cycle_check" check (digest_cycle in ('TEN_DAYS', 'WEEK'))`,
    );
    this.addSql(
      `alter table "digest" add constraint "digest_state_check" check (state in ('COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED', 'ISSUED', 'FOLLOWED', 'CLOSED', 'VOIDED'))`,
    );
    this.addSql(
      `alter table "digest_file" add constraint "digest_file_format_check" check (format in ('DOCX', 'PDF'))`,
    );
    this.addSql(
      `alter table "digest_file" add constraint "digest_file_state_check" check (state in ('QUEUED', 'RUNNING', 'READY', 'FAILED'))`,
    );
    this.addSql(
      `alter table "digest_item" add constraint "digest_item_kind_check" check (kind in ('NORMAL', 'CORRECTION'))`,
    );
    this.addSql(`alter table "event" add constraint "event_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`);
    this.addSql(
      `alter table "instruction" add constraint "instruction_state_check" check (state in ('INSTRUCTED', 'WITHDRAWN', 'REGISTERED', 'CLOSED'))`,
    );
    this.addSql(
      `alter table "instruction" add constraint "instruction_level_check" check (level in ('CITY', 'COUNTY'))`,
    );
    this.addSql(
      `alter table "instruction" add constraint "instruction_text_check" check (char_length(text) >= 2 and char_length(text) <= 1000)`,
    );
    this.addSql(
      `alter table "place" add constraint "place_level_check" check (level in ('COUNTY', 'TOWNSHIP', 'VILLAGE', 'GROUP', 'SEAT'))`,
    );
    this.addSql(
      `alter table "post" add constraint "post_role_check" check (role in ('OFFICER', 'VILLAGE_HEAD', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER', 'COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST', 'DISCIPLINE_CLERK', 'ADMIN'))`,
    );
    this.addSql(
      `alter table "post" add constraint "post_leader_level_check" check (leader_level in ('CITY', 'COUNTY'))`,
    );
    this.addSql(
      `alter table "report" add constraint "report_state_check" check (state in ('SUBMITTED', 'RETURNED', 'URGENT', 'TRIAGED', 'MERGED', 'DIGESTED', 'CASED', 'ORDERED', 'REPLIED', 'ARCHIVED', 'WITHDRAWN'))`,
    );
    this.addSql(`alter table "report" add constraint "report_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`);
    this.addSql(
      `alter table "report" add constraint "report_channel_check" check (channel in ('OFFICER', 'HOTLINE', 'MAILBOX'))`,
    );
    this.addSql(`alter table "report" add constraint "report_urgency_check" check (urgency in ('NORMAL', 'HIGH'))`);
    this.addSql(
      `alter table "report" add constraint "report_content_check" check (char_length(content) >= 20 and char_length(content) <= 5000)`,
    );
    this.addSql(
      `alter table "report_search" add constraint "report_search_line_check" check (line in ('LINE', 'DIRECT', 'SEALED'))`,
    );
    this.addSql(`alter table "term" add constraint "term_kind_check" check (kind in ('TOPIC', 'SOURCE'))`);
    this.addSql(
      `alter table "unit" add constraint "unit_kind_check" check (kind in ('COUNTY_OFFICE', 'TOWNSHIP_STATION', 'VILLAGE_ROOM', 'DEPARTMENT', 'KEY_ENTERPRISE'))`,
    );
  }
}
