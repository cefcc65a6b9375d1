import { Migration } from '@mikro-orm/migrations';

/** Censures: official papers that name a unit (R67). */
export class Migration20261129000086_censures extends Migration {
  override up(): void {
    this.addSql(`create sequence censure_no`);
    this.addSql(`alter table "deadline" drop constraint "deadline_rule_check"`);
    this.addSql(
      `alter table "deadline" add constraint "deadline_rule_check" check (rule in ('INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK', 'CASE_DECIDE', 'CASE_SIGN', 'CASE_OBJECT', 'CASE_ARBITRATE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK', 'CASE_CLOSE', 'CASE_ANSWER', 'REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_VERIFY', 'REVISIT_POST_CLOSE', 'ORDER_SIGN', 'ORDER_RESULT', 'ORDER_INSPECT', 'CENSURE_APPEAL', 'CENSURE_DECIDE', 'CENSURE_RECTIFY', 'CENSURE_VERIFY', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'))`,
    );
    this.addSql(`alter table "threshold" drop constraint "threshold_rule_check"`);
    this.addSql(
      `alter table "threshold" add constraint "threshold_rule_check" check (rule in ('INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK', 'CASE_DECIDE', 'CASE_SIGN', 'CASE_OBJECT', 'CASE_ARBITRATE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK', 'CASE_CLOSE', 'CASE_ANSWER', 'REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_VERIFY', 'REVISIT_POST_CLOSE', 'ORDER_SIGN', 'ORDER_RESULT', 'ORDER_INSPECT', 'CENSURE_APPEAL', 'CENSURE_DECIDE', 'CENSURE_RECTIFY', 'CENSURE_VERIFY', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'))`,
    );
    this.addSql(
      `create table "censure" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "serial" bigint not null default nextval('censure_no'::regclass), "client_id" uuid not null, "state" text not null default 'DRAFT', "state_since" timestamptz(3) not null, "title" text not null, "cause" text not null, "evidence" text not null, "rule" text not null, "drafted_by_id" uuid not null, "drafted_by_name" text not null, "drafted_at" timestamptz(3) not null, "approved_by_name" text null, "approved_at" timestamptz(3) null, "issued_at" timestamptz(3) null, "appeal_until" timestamptz(3) null, "appealed_at" timestamptz(3) null, "appeal" text null, "decided_reason" text null, "plan" text null, "found" text null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "censure_unit" on "censure" ("county_code", "unit_code", "drafted_at", "id")`);
    this.addSql(`create index "censure_newest" on "censure" ("county_code", "drafted_at", "id")`);
    this.addSql(
      `alter table "censure" add constraint "censure_client" unique ("county_code", "drafted_by_id", "client_id")`,
    );
    this.addSql(
      `alter table "censure" add constraint "censure_state_check" check (state in ('DRAFT', 'WITHDRAWN', 'APPROVED', 'ISSUED', 'APPEALED', 'RECTIFYING', 'VERIFIED', 'LIFTED', 'REVOKED'))`,
    );
    this.addSql(
      `alter table "censure" add constraint "censure_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code)`,
    );
    this.addSql(`alter table "censure" enable row level security`);
    this.addSql(`alter table "censure" force row level security`);
    this.addSql(`select app.distribute('censure', 'county')`);
    this.addSql(
      `create trigger censure_kept before insert or update on censure for each row execute function app.keep_censure()`,
    );
  }
}
