import { Migration } from '@mikro-orm/migrations';

/** Units that act: participation in matters outside a unit's line, the way of an instruction, and result reports (R46, R51). */
export class Migration20261129000068_matters extends Migration {
  override up(): void {
    for (const table of ['event', 'audit']) {
      this.addSql(`alter table "${table}" drop constraint "${table}_ears_check"`);
      this.addSql(
        `alter table "${table}" add constraint "${table}_ears_check" check (ears in ('EVERYBODY', 'READERS', 'LEADERS', 'OFFICE', 'UNIT'))`,
      );
    }
    this.participation();
    this.instruction();
    this.result();
  }

  private participation(): void {
    this.addSql(
      `create table "participation" ("county_code" int not null, "subject_id" uuid not null, "unit_code" bigint not null, "subject" text not null, "part" text not null, "since" timestamptz(3) not null, "at" timestamptz(3) not null, "state" text not null, "due_on" date null, "signed_at" timestamptz(3) null, "signed_by_name" text null, primary key ("county_code", "subject_id", "unit_code"))`,
    );
    this.addSql(
      `alter table "participation" add constraint "participation_part_check" check (part in ('MAIN', 'CO', 'SPONSOR', 'REVISITOR'))`,
    );
    this.addSql(
      `create index "participation_unit" on "participation" ("county_code", "unit_code", "subject", "at", "subject_id", "state")`,
    );
    this.addSql(
      `alter table "participation" add constraint "participation_unit_code_fk" foreign key (county_code, unit_code) references unit (county_code, code)`,
    );
    this.secure('participation');
  }

  private instruction(): void {
    // Policies are made anew after the migrations; those that name what goes would hold it back.
    for (const level of ['township', 'village', 'officer'])
      this.addSql(`drop policy if exists "instruction_${level}_see" on "instruction"`);
    this.addSql(
      `alter table "instruction" add column "brief" text null, add column "co_unit_codes" jsonb not null default '[]', add column "state_since" timestamptz(3) not null default app.now(),
         add column "registered_at" timestamptz(3) null, add column "signed_for_at" timestamptz(3) null, add column "object_until" timestamptz(3) null, add column "drafted_at" timestamptz(3) null,
         add column "objections" int not null default 0, add column "returns" int not null default 0, add column "is_designated" boolean not null default false,
         add column "verified_by" text null, add column "verified_found" text null, add column "verified_at" timestamptz(3) null, add column "answered_at" timestamptz(3) null, add column "parent_id" uuid null`,
    );
    this.addSql(`update "instruction" set state_since = coalesce(read_at, instructed_at)`);
    this.addSql(`alter table "instruction" drop constraint "instruction_state_check"`);
    this.addSql(
      `alter table "instruction" add constraint "instruction_state_check" check (state in ('INSTRUCTED', 'WITHDRAWN', 'REGISTERED', 'DISPATCHED', 'SIGNED_FOR', 'OBJECTED', 'HANDLING', 'REPORTED', 'VERIFYING', 'RETURNED', 'RESULT_TO_LEADER', 'CLOSED'))`,
    );
    this.addSql(
      `alter table "instruction" add constraint "instruction_verified_by_check" check (verified_by in ('PAPERS', 'PHONE', 'DOOR', 'MEETING'))`,
    );
    this.addSql(`create index "instruction_state" on "instruction" ("county_code", "state", "due_on")`);
    this.addSql(`create index "instruction_parent" on "instruction" ("county_code", "parent_id")`);
    this.addSql(
      `alter table "instruction" add constraint "instruction_parent_id_fk" foreign key (county_code, parent_id) references instruction (county_code, id)`,
    );
    this.addSql(
      `create trigger instruction_kept before update on instruction for each row execute function app.keep_instruction()`,
    );
    this.addSql(
      `create trigger instruction_followed after update on instruction for each row when ((old.state, old.due_on) is distinct from (new.state, new.due_on)) execute function app.follow_matter()`,
    );
  }

  private result(): void {
    const generated = (divisor: number) => `bigint generated always as ((unit_code / ${divisor}) * ${divisor}) stored`;
    this.addSql(
      `create table "result_report" ("county_code" int not null, "id" uuid not null, "unit_code" bigint not null, "township_code" ${generated(1_000_000)}, "village_code" ${generated(1_000)},
         "subject" text not null, "subject_id" uuid not null, "round" int not null, "finding" text not null, "body" text not null, "answer" text not null, "opinion_form" text not null,
         "opinion" text not null, "kept" text not null, "written_by_name" text not null, "written_at" timestamptz(3) not null, "signed_by_name" text null, "signed_by_id" uuid null,
         "signed_as" text null, "signed_at" timestamptz(3) null, "signed_hash" text null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    const checks = {
      finding: `finding in ('TRUE_RESOLVED', 'TRUE_DEFERRED', 'NOT_TRUE')`,
      opinion_form: `opinion_form in ('SIGNED', 'REFUSED', 'UNKNOWN')`,
      signed_as: `signed_as in ('PRINCIPAL', 'IN_CHARGE', 'OFFICE_HEAD', 'GROUP_HEAD', 'MAIN_LEADER')`,
    };
    for (const [name, check] of Object.entries(checks))
      this.addSql(`alter table "result_report" add constraint "result_report_${name}_check" check (${check})`);
    this.addSql(
      `alter table "result_report" add constraint "result_report_round" unique ("county_code", "subject_id", "round")`,
    );
    this.addSql(
      `create trigger result_report_kept before update on result_report for each row execute function app.keep_result()`,
    );
    this.secure('result_report');
  }

  private secure(table: string): void {
    this.addSql(`alter table "${table}" enable row level security`);
    this.addSql(`alter table "${table}" force row level security`);
    this.addSql(`select app.distribute('${table}', 'county')`);
  }
}
