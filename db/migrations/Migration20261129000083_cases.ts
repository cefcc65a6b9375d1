import { Migration } from '@mikro-orm/migrations';

/** Cases, revisits and the signatures under a closing (R46–R64): their tables, and the gate of 三不结案 as triggers that no role goes round. */
export class Migration20261129000083_cases extends Migration {
  override up(): void {
    this.words();
    this.addSql(`create sequence case_no`);
    this.cases();
    this.besides();
    for (const table of ['cases', 'revisit', 'signature']) {
      this.addSql(`alter table "${table}" enable row level security`);
      this.addSql(`alter table "${table}" force row level security`);
      this.addSql(`select app.distribute('${table}', 'county')`);
    }
    this.keys();
    this.triggers();
  }

  /** Rules, parts and forms that there were not, and what a written opinion adds to a result. */
  private words(): void {
    this.addSql(`alter table "deadline" drop constraint "deadline_rule_check"`);
    this.addSql(
      `alter table "deadline" add constraint "deadline_rule_check" check (rule in ('INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK', 'CASE_DECIDE', 'CASE_SIGN', 'CASE_OBJECT', 'CASE_ARBITRATE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK', 'CASE_CLOSE', 'CASE_ANSWER', 'REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_VERIFY', 'REVISIT_POST_CLOSE', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'))`,
    );
    this.addSql(`alter table "participation" drop constraint "participation_part_check"`);
    this.addSql(
      `alter table "participation" add constraint "participation_part_check" check (part in ('MAIN', 'CO', 'SPONSOR', 'REVISITOR', 'RECEIVER'))`,
    );
    this.addSql(`alter table "result_report" drop constraint "result_report_opinion_form_check"`);
    this.addSql(
      `alter table "result_report" add "drawing" text null, add "request" text null, add "basis" text null, add "remedy" text null`,
    );
    this.addSql(
      `alter table "result_report" add constraint "result_report_opinion_form_check" check (opinion_form in ('SIGNED', 'DRAWN', 'REFUSED', 'UNKNOWN'))`,
    );
    this.addSql(`alter table "threshold" drop constraint "threshold_rule_check"`);
    this.addSql(
      `alter table "threshold" add constraint "threshold_rule_check" check (rule in ('INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK', 'CASE_DECIDE', 'CASE_SIGN', 'CASE_OBJECT', 'CASE_ARBITRATE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK', 'CASE_CLOSE', 'CASE_ANSWER', 'REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_VERIFY', 'REVISIT_POST_CLOSE', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'))`,
    );
  }

  private cases(): void {
    this.addSql(
      `create table "cases" ("county_code" int not null, "id" uuid not null, "serial" bigint not null default nextval('case_no'::regclass), "client_id" uuid not null, "state" text not null default 'REGISTERED', "state_since" timestamptz(3) not null, "channel" text not null, "purpose" text not null, "title" text not null, "brief" text not null, "topic_code" text not null, "place_code" bigint not null, "is_first" boolean not null default false, "received_on" date not null, "receiver_unit_code" bigint not null, "opened_by_id" uuid not null, "opened_by_name" text not null, "opened_at" timestamptz(3) not null, "concerns_unit_codes" jsonb not null default '[]', "instruction_id" uuid null, "report_id" uuid null, "decision" text null, "route" text null, "decided_to" text null, "decided_reason" text null, "notice" text null, "is_legal_aid_offered" boolean not null default false, "decided_at" timestamptz(3) null, "is_on_the_spot" boolean not null default false, "grade" text null, "filed_at" timestamptz(3) null, "responsible_unit_code" bigint null, "co_unit_codes" jsonb not null default '[]', "outsiders" jsonb not null default '[]', "sponsor_id" uuid null, "sponsor_name" text null, "sponsor_unit_code" bigint null, "co_leaders" jsonb not null default '[]', "section_head" text null, "handler" text null, "resolve_by" date null, "consolidation" int null, "guarantees" jsonb null, "notice_no" text null, "assigned_at" timestamptz(3) null, "signed_for_at" timestamptz(3) null, "object_until" timestamptz(3) null, "transfers" int not null default 0, "is_designated" boolean not null default false, "team_lead" text null, "team" jsonb not null default '[]', "plan" text null, "planned_at" timestamptz(3) null, "drafted_at" timestamptz(3) null, "round" int not null default 1, "reworks" int not null default 0, "reopenings" int not null default 0, "due_on" date null, "closed_at" timestamptz(3) null, "answered_at" timestamptz(3) null, "answer" text null, "untold_reason" text null, "review_outcome" text null, "reviewed_at" timestamptz(3) null, "finally_reviewed_at" timestamptz(3) null, "linked_at" timestamptz(3) null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "cases_sponsor" on "cases" ("county_code", "sponsor_id", "opened_at", "id")`);
    this.addSql(`create index "cases_report" on "cases" ("county_code", "report_id")`);
    this.addSql(`create index "cases_instruction" on "cases" ("county_code", "instruction_id")`);
    this.addSql(`create index "cases_state" on "cases" ("county_code", "state", "due_on")`);
    this.addSql(`create index "cases_newest" on "cases" ("county_code", "opened_at", "id")`);
    this.addSql(`alter table "cases" add constraint "cases_notice" unique ("county_code", "notice_no")`);
    this.addSql(
      `alter table "cases" add constraint "cases_client" unique ("county_code", "opened_by_id", "client_id")`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_state_check" check (state in ('REGISTERED', 'ACCEPTED', 'TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED', 'FILED', 'ASSIGNED', 'OBJECTED', 'HANDLING', 'REPORTED', 'PRE_CLOSE_VISITED', 'REWORK', 'CLOSED', 'REOPENED', 'REVIEW', 'FINAL_REVIEW', 'TERMINATED', 'ARCHIVED'))`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_channel_check" check (channel in ('INSTRUCTION', 'REPORT', 'LETTER', 'CALL', 'WALK_IN', 'HOTLINE', 'MAILBOX'))`,
    );
    this.addSql(`alter table "cases" add constraint "cases_purpose_check" check (purpose in ('SUGGESTION', 'APPEAL'))`);
    this.addSql(
      `alter table "cases" add constraint "cases_decision_check" check (decision in ('ACCEPTED', 'TRANSFERRED', 'REDIRECTED', 'NOT_ACCEPTED'))`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_route_check" check (route in ('LITIGATION', 'ARBITRATION', 'PARTY_APPEAL', 'ADMINISTRATIVE', 'STATUTORY_DUTY', 'DISCIPLINE'))`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_notice_check" check (notice in ('PAPER', 'MESSAGE', 'ON_THE_SPOT', 'UNKNOWN'))`,
    );
    this.addSql(`alter table "cases" add constraint "cases_grade_check" check (grade in ('GENERAL', 'MAJOR'))`);
    this.addSql(
      `alter table "cases" add constraint "cases_review_outcome_check" check (review_outcome in ('UPHELD', 'REVOKED'))`,
    );
  }

  private besides(): void {
    this.addSql(
      `create table "revisit" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "subject" text not null, "subject_id" uuid not null, "round" int not null, "kind" text not null, "state" text not null default 'SCHEDULED', "scheduled_at" timestamptz(3) not null, "barred_unit_codes" jsonb not null default '[]', "attempts" jsonb not null default '[]', "method" text null, "told" text null, "opinion" text null, "is_solved" boolean null, "rating" text null, "reason" text null, "done_by_name" text null, "done_by_id" uuid null, "done_at" timestamptz(3) null, "gave_up_by_id" uuid null, "confirmed_by_id" uuid null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create table "signature" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "subject" text not null, "subject_id" uuid not null, "round" int not null, "signs_as" text not null, "signer_id" uuid not null, "signer_name" text not null, "acted_by_id" uuid null, "acted_by_name" text null, "hash" text not null, "at" timestamptz(3) not null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "revisit_state" on "revisit" ("county_code", "state", "scheduled_at", "id")`);
    this.addSql(`create index "revisit_unit" on "revisit" ("county_code", "unit_code", "state", "scheduled_at", "id")`);
    this.addSql(
      `alter table "revisit" add constraint "revisit_round" unique ("county_code", "subject_id", "kind", "round")`,
    );
    this.addSql(
      `alter table "signature" add constraint "signature_once" unique ("county_code", "subject_id", "round", "signs_as")`,
    );
    this.addSql(
      `alter table "revisit" add constraint "revisit_kind_check" check (kind in ('FILING', 'PRE_CLOSE', 'POST_CLOSE', 'VERIFY'))`,
    );
    this.addSql(
      `alter table "revisit" add constraint "revisit_state_check" check (state in ('SCHEDULED', 'ASSIGNED', 'ATTEMPTED', 'COMPLETED', 'FOLLOW_UP', 'UNREACHABLE', 'CONFIRMED', 'COUNTED', 'CLOSED', 'DROPPED'))`,
    );
    this.addSql(
      `alter table "revisit" add constraint "revisit_method_check" check (method in ('PHONE', 'DOOR', 'MEETING'))`,
    );
    this.addSql(
      `alter table "revisit" add constraint "revisit_rating_check" check (rating in ('SATISFIED', 'FAIRLY', 'DISSATISFIED'))`,
    );
    this.addSql(
      `alter table "signature" add constraint "signature_signs_as_check" check (signs_as in ('RESPONSIBLE', 'PRINCIPAL'))`,
    );
  }

  private keys(): void {
    this.addSql(
      `alter table "cases" add constraint "cases_receiver_unit_code_fk" foreign key (county_code, receiver_unit_code) references unit (county_code, code)`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_responsible_unit_code_fk" foreign key (county_code, responsible_unit_code) references unit (county_code, code)`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_sponsor_unit_code_fk" foreign key (county_code, sponsor_unit_code) references unit (county_code, code)`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_place_code_fk" foreign key (county_code, place_code) references place (county_code, code)`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_instruction_id_fk" foreign key (county_code, instruction_id) references instruction (county_code, id)`,
    );
    this.addSql(
      `alter table "cases" add constraint "cases_report_id_fk" foreign key (county_code, report_id) references report (county_code, id)`,
    );
    this.addSql(
      `alter table "revisit" add constraint "revisit_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code)`,
    );
    this.addSql(
      `alter table "signature" add constraint "signature_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code)`,
    );
  }

  private triggers(): void {
    this.addSql(
      `create trigger cases_gate before insert or update on cases for each row execute function app.keep_case_gate()`,
    );
    this.addSql(`create trigger cases_kept before update on cases for each row execute function app.keep_case()`);
    this.addSql(
      `create trigger cases_received after insert on cases for each row execute function app.engage_receiver()`,
    );
    this.addSql(
      `create trigger cases_followed after update on cases for each row when ((old.state, old.due_on) is distinct from (new.state, new.due_on)) execute function app.follow_matter()`,
    );
    this.addSql(
      `create trigger cases_reopened after update on cases for each row when (new.state = 'REOPENED' and old.state <> new.state) execute function app.drop_closing()`,
    );
    this.addSql(
      `create trigger revisit_kept before insert or update on revisit for each row execute function app.keep_revisit()`,
    );
    this.addSql(
      `create trigger signature_kept before insert or update or delete on signature for each row execute function app.keep_signature()`,
    );
  }
}
