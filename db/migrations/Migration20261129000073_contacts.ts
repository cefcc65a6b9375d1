import { Migration } from '@mikro-orm/migrations';

const LEVELS = `"unit_code" bigint not null, "township_code" bigint generated always as ((unit_code / 1000000) * 1000000) stored, "village_code" bigint generated always as ((unit_code / 1000) * 1000) stored`;
const LINE = `check (line in ('LINE', 'DIRECT', 'SEALED'))`;

/** How villagers are reached, sealed; who has looked; and how long a county keeps it (docs/decisions/0035). */
export class Migration20261129000073_contacts extends Migration {
  override up(): void {
    this.addSql(
      `alter table "county" add column "contact_days" int not null default 180, add constraint "county_contact_days_check" check (contact_days > 0)`,
    );
    this.addSql(
      `create table "contact" ("county_code" int not null, ${LEVELS}, "id" uuid not null, "subject" text not null, "subject_id" uuid not null, "author_id" uuid not null, "line" text not null, "sealed" bytea null, "nonce" bytea null, "key_id" text null, "kept_by_id" uuid not null, "kept_at" timestamptz(3) not null, "forgotten_at" timestamptz(3) null, "version" int not null default 1, primary key ("county_code", "id"))`,
    );
    this.addSql(`alter table "contact" add constraint "contact_line_check" ${LINE}`);
    this.addSql(
      `alter table "contact" add constraint "contact_whole_check" check ((sealed is null) = (nonce is null) and (sealed is null) = (key_id is null))`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_forgotten_check" check (forgotten_at is null or sealed is null)`,
    );
    this.addSql(
      `alter table "contact" add constraint "contact_subject" unique ("county_code", "subject_id", "subject")`,
    );
    this.openings();
  }

  private openings(): void {
    this.addSql(
      `create table "contact_opening" ("county_code" int not null, ${LEVELS}, "id" uuid not null, "contact_id" uuid not null, "subject_id" uuid not null, "line" text not null, "at" timestamptz(3) not null, "person_id" uuid not null, "person_name" text not null, "person_role" text not null, "acted_by_id" uuid null, "acted_by_name" text null, "reason" text not null, primary key ("county_code", "id"))`,
    );
    this.addSql(`alter table "contact_opening" add constraint "contact_opening_line_check" ${LINE}`);
    this.addSql(
      `alter table "contact_opening" add constraint "contact_opening_person_role_check" check (person_role in ('OFFICER', 'VILLAGE_HEAD', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER', 'COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'ANALYST', 'DISCIPLINE_CLERK', 'ADMIN'))`,
    );
    this.addSql(
      `alter table "contact_opening" add constraint "contact_opening_reason_check" check (char_length(reason) >= 5 and char_length(reason) <= 800)`,
    );
    this.addSql(
      `create index "contact_opening_contact" on "contact_opening" ("county_code", "contact_id", "at", "id")`,
    );
    this.addSql(`create index "contact_opening_person" on "contact_opening" ("county_code", "person_id", "at")`);
    this.addSql(
      `create trigger contact_opening_append_only before update or delete on contact_opening for each row execute function app.refuse_change()`,
    );
  }
}
