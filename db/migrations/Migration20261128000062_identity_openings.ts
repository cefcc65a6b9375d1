import { Migration } from '@mikro-orm/migrations';

const UNINVOLVED = 'app.sealed() and not app.is_complained_of(report_id, about_unit_code, app.person())';
const UNINVOLVED_ONCE =
  '(select app.sealed()) and not app.is_complained_of(report_id, about_unit_code, (select app.person()))';

/** Requests to see who wrote a sealed report, and who approves of them (R4). */
export class Migration20261128000062_identity_openings extends Migration {
  override up(): void {
    this.addSql(
      `create table "identity_opening" ("county_code" int not null, "id" uuid not null, "report_id" uuid not null, "requester_id" uuid not null, "about_unit_code" bigint not null, "reason" text not null, "state" text not null default 'REQUESTED', "requested_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "opened_at" timestamptz(3) null, "refusal_reason" text null, primary key ("county_code", "id"))`,
    );
    this.addSql(
      `create index "identity_opening_report" on "identity_opening" ("county_code", "report_id", "requested_at")`,
    );
    this.addSql(`create index "identity_opening_newest" on "identity_opening" ("county_code", "requested_at", "id")`);
    this.addSql(
      `create table "identity_approval" ("county_code" int not null, "opening_id" uuid not null, "approver_id" uuid not null, "approved_at" timestamptz(3) not null, primary key ("county_code", "opening_id", "approver_id"))`,
    );
    this.constrain();
    for (const table of ['identity_opening', 'identity_approval']) this.secure(table);
    this.openingPolicies();
    this.approvalPolicies();
  }

  private constrain(): void {
    const checks = {
      reason: 'char_length(reason) >= 10 and char_length(reason) <= 2000',
      state: `state in ('REQUESTED', 'APPROVED', 'OPENED', 'REFUSED', 'WITHDRAWN')`,
      bounded: `expires_at <= requested_at + '60 days'::interval`,
      shown: `state <> 'OPENED' or (opened_at is not null and expires_at <= opened_at + '00:30:00'::interval)`,
    };
    for (const [name, check] of Object.entries(checks))
      this.addSql(`alter table "identity_opening" add constraint "identity_opening_${name}_check" check (${check})`);
    this.addSql(`alter table "audit" drop constraint "audit_subject_check"`);
    this.addSql(
      `alter table "audit" add constraint "audit_subject_check" check (subject in ('REPORT', 'DIGEST', 'INSTRUCTION', 'TERM', 'PORTFOLIO', 'COUNTY', 'SESSION', 'ALERT', 'IDENTITY'))`,
    );
    for (const table of ['identity_opening', 'identity_approval'])
      this.addSql(`select app.distribute('${table}', 'county')`);
    const bonds = [
      ['identity_opening', 'report_id', 'report (county_code, id)'],
      ['identity_opening', 'requester_id', 'person (county_code, id)'],
      ['identity_opening', 'about_unit_code', 'unit (county_code, code)'],
      ['identity_approval', 'opening_id', 'identity_opening (county_code, id)'],
      ['identity_approval', 'approver_id', 'person (county_code, id)'],
    ];
    for (const [table, column, target] of bonds)
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (county_code, ${column}) references ${target}`,
      );
  }

  private secure(table: string): void {
    this.addSql(`alter table "${table}" enable row level security`);
    this.addSql(`alter table "${table}" force row level security`);
    this.addSql(`create policy "${table}_owner" on "${table}" to "lxq_owner" using (true) with check (true)`);
  }

  private openingPolicies(): void {
    this.addSql(
      `create policy "identity_opening_county_see" on "identity_opening" for select to "at_county" using (county_code = (select app.county()) and (${UNINVOLVED_ONCE}))`,
    );
    this.addSql(
      `create policy "identity_opening_county_add" on "identity_opening" for insert to "at_county" with check (county_code = app.county() and (${UNINVOLVED} and requester_id = app.person()))`,
    );
    this.addSql(
      `create policy "identity_opening_county_change" on "identity_opening" for update to "at_county" using (county_code = (select app.county()) and (${UNINVOLVED_ONCE})) with check (county_code = app.county() and (${UNINVOLVED}))`,
    );
  }

  private approvalPolicies(): void {
    this.addSql(
      `create policy "identity_approval_county_see" on "identity_approval" for select to "at_county" using (county_code = (select app.county()) and ((select app.sealed())))`,
    );
    this.addSql(
      `create policy "identity_approval_county_add" on "identity_approval" for insert to "at_county" with check (county_code = app.county() and (app.sealed() and approver_id = app.person() and not app.is_barred_from(opening_id)))`,
    );
    this.addSql(
      `create policy "identity_approval_county_remove" on "identity_approval" for delete to "at_county" using (county_code = (select app.county()) and ((select app.sealed()) and approver_id = (select app.person())))`,
    );
  }
}
