import { Migration } from '@mikro-orm/migrations';

/** Guidance and supervision orders (R23, R67–R69). */
export class Migration20261129000085_orders extends Migration {
  override up(): void {
    this.addSql(`create sequence order_no`);
    this.addSql(`alter table "deadline" drop constraint "deadline_rule_check"`);
    this.addSql(
      `alter table "deadline" add constraint "deadline_rule_check" check (rule in ('INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK', 'CASE_DECIDE', 'CASE_SIGN', 'CASE_OBJECT', 'CASE_ARBITRATE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK', 'CASE_CLOSE', 'CASE_ANSWER', 'REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_VERIFY', 'REVISIT_POST_CLOSE', 'ORDER_SIGN', 'ORDER_RESULT', 'ORDER_INSPECT', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'))`,
    );
    this.addSql(`alter table "threshold" drop constraint "threshold_rule_check"`);
    this.addSql(
      `alter table "threshold" add constraint "threshold_rule_check" check (rule in ('INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK', 'CASE_DECIDE', 'CASE_SIGN', 'CASE_OBJECT', 'CASE_ARBITRATE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK', 'CASE_CLOSE', 'CASE_ANSWER', 'REVISIT_FILING', 'REVISIT_PRE_CLOSE', 'REVISIT_VERIFY', 'REVISIT_POST_CLOSE', 'ORDER_SIGN', 'ORDER_RESULT', 'ORDER_INSPECT', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'))`,
    );
    this.addSql(
      `create table "guidance_order" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null, "serial" bigint not null default nextval('order_no'::regclass), "client_id" uuid not null, "kind" text not null, "state" text not null default 'DRAFT', "state_since" timestamptz(3) not null, "issuer_unit_code" bigint not null, "title" text not null, "basis" text not null, "requirement" text not null, "due_on" date not null, "case_id" uuid null, "drafted_by_id" uuid not null, "drafted_by_name" text not null, "drafted_at" timestamptz(3) not null, "issued_by_name" text null, "issued_at" timestamptz(3) null, "plan" text null, "result" text null, "team" jsonb not null default '[]', "found" text null, "returns" int not null default 0, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "guidance_order_case" on "guidance_order" ("county_code", "case_id")`);
    this.addSql(
      `create index "guidance_order_village" on "guidance_order" ("county_code", "village_code", "drafted_at", "id")`,
    );
    this.addSql(
      `create index "guidance_order_township" on "guidance_order" ("county_code", "township_code", "drafted_at", "id")`,
    );
    this.addSql(`create index "guidance_order_newest" on "guidance_order" ("county_code", "drafted_at", "id")`);
    this.addSql(
      `alter table "guidance_order" add constraint "guidance_order_client" unique ("county_code", "drafted_by_id", "client_id")`,
    );
    this.addSql(
      `alter table "guidance_order" add constraint "guidance_order_kind_check" check (kind in ('GUIDANCE', 'SUPERVISION'))`,
    );
    this.addSql(
      `alter table "guidance_order" add constraint "guidance_order_state_check" check (state in ('DRAFT', 'WITHDRAWN', 'ISSUED', 'SIGNED_FOR', 'RECTIFYING', 'REPORTED', 'INSPECTED', 'RETURNED', 'CLOSED'))`,
    );
    this.addSql(
      `alter table "guidance_order" add constraint "guidance_order_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code), add constraint "guidance_order_issuer_unit_code_fk" foreign key (county_code, issuer_unit_code) references unit (county_code, code), add constraint "guidance_order_case_id_fk" foreign key (county_code, case_id) references cases (county_code, id)`,
    );
    this.addSql(`alter table "guidance_order" enable row level security`);
    this.addSql(`alter table "guidance_order" force row level security`);
    this.addSql(`select app.distribute('guidance_order', 'county')`);
    this.addSql(
      `create trigger guidance_order_kept before insert or update on guidance_order for each row execute function app.keep_order()`,
    );
  }
}
