import { Migration } from '@mikro-orm/migrations';

const RULES = [
  ...['INSTRUCTION_REGISTER', 'INSTRUCTION_SIGN', 'INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT', 'INSTRUCTION_REWORK'],
  ...['CASE_DECIDE', 'CASE_POLICY_GENERAL', 'CASE_POLICY_MAJOR', 'CASE_STATUTORY', 'CASE_REWORK'],
  ...['REVISIT_FILING', 'REVISIT_POST_CLOSE', 'REVIEW_REQUEST', 'REVIEW_ANSWER', 'FINAL_REVIEW_ANSWER'],
];
const OPEN = ['RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED'];
const listed = (words: string[]) => words.map((word) => `'${word}'`).join(', ');
const IS_OPEN = `state in (${listed(OPEN)})`;
const PLACES =
  '"county_code" int not null, "unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored not null, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored not null';

/** What is owed by when (docs/decisions/0034), who was reminded of it, and how much time the county gives. */
export class Migration20261129000070_deadlines extends Migration {
  override up(): void {
    this.deadline();
    this.addSql(
      `create table "reminder" (${PLACES}, "deadline_id" uuid not null, "rung" text not null, "addressee" text not null, "sent_at" timestamptz(3) not null, "read_at" timestamptz(3) null, primary key ("county_code", "deadline_id", "rung"))`,
    );
    this.addSql(
      `create table "threshold" ("county_code" int not null, "rule" text not null, "amount" int not null, "changed_at" timestamptz(3) not null, "changed_by_name" text not null, "version" int not null default 1, primary key ("county_code", "rule"))`,
    );
    const checks = [
      ['deadline', 'rule', RULES],
      ['deadline', 'state', [...OPEN, 'MET', 'DROPPED']],
      ['reminder', 'rung', ['BEFORE', 'AT', 'AFTER', 'AFTER_2', 'AFTER_3']],
      ['reminder', 'addressee', ['HANDLER', 'OFFICE_HEAD', 'LEADER', 'COUNTY_OFFICE']],
      ['threshold', 'rule', RULES],
    ] as const;
    for (const [table, column, words] of checks)
      this.addSql(
        `alter table "${table}" add constraint "${table}_${column}_check" check (${column} in (${listed([...words])}))`,
      );
    this.bind();
  }

  private deadline(): void {
    this.addSql(
      `create table "deadline" (${PLACES}, "id" uuid not null, "subject" text not null, "subject_id" uuid not null, "about" jsonb not null default '{}',
        "rule" text not null, "state" text not null default 'RUNNING', "started_at" timestamptz(3) not null, "amount" int not null, "due_on" date null,
        "due_at" timestamptz(3) not null, "proof" jsonb not null, "calendar" text not null, "ladder" jsonb not null, "remind_at" timestamptz(3) null,
        "pauses" jsonb not null default '[]', "paused_at" timestamptz(3) null, "pause_reason" text null, "extended_days" int not null default 0,
        "asked_days" int null, "asked_reason" text null, "asked_by" uuid null, "asked_by_name" text null, "asked_at" timestamptz(3) null, "decided_by" uuid null, "decided_at" timestamptz(3) null,
        "refusal" text null, "met_at" timestamptz(3) null, "dropped_at" timestamptz(3) null, "moved_from" timestamptz(3) null, "moved_at" timestamptz(3) null,
        "told_as" uuid null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    const indexes = [
      ['subject', 'subject_id, due_at, id', ''],
      ['unit_due', 'unit_code, due_at, id', IS_OPEN],
      ['township_due', 'township_code, due_at, id', IS_OPEN],
      ['calendar', 'calendar', IS_OPEN],
      ['remind', 'remind_at', 'remind_at is not null'],
      ['untold', 'unit_code', 'moved_at is not null and told_as is null'],
      ['told', 'told_as', 'told_as is not null'],
    ] as const;
    for (const [name, columns, where] of indexes)
      this.addSql(
        `create index "deadline_${name}" on "deadline" (county_code, ${columns})${where ? ` where ${where}` : ''}`,
      );
    this.addSql(
      `create unique index "deadline_once" on "deadline" (county_code, subject_id, rule, unit_code) where ${IS_OPEN}`,
    );
  }

  private bind(): void {
    for (const table of ['deadline', 'reminder', 'threshold'])
      this.addSql(`select app.distribute('${table}', 'county')`);
    const bonds = [
      ['deadline', 'unit_code', 'unit (county_code, code)'],
      ['reminder', 'deadline_id', 'deadline (county_code, id)'],
    ];
    for (const [table, column, target] of bonds)
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (county_code, ${column}) references ${target}`,
      );
  }
}
