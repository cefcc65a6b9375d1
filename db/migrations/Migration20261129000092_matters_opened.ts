import { Migration } from '@mikro-orm/migrations';

/** A scope is opened on a matter, what a matter is called by stands with whoever takes part in it, and a station's duties are counted without a row. */
export class Migration20261129000092_matters_opened extends Migration {
  override up(): void {
    for (const part of ['matter_high', 'matter_low', 'matter_moment']) {
      this.addSql(`create unlogged sequence app.scope_${part} minvalue -9223372036854775808`);
      this.addSql(`grant select on sequence app.scope_${part} to at_county, at_township, at_village, at_officer`);
    }
    this.addSql(`alter table "participation" add column "serial" bigint null, add column "title" text null`);
    const called = { cases: 'm.title', instruction: 'left(m.text, 201)' };
    for (const [table, title] of Object.entries(called))
      this.addSql(
        `update "participation" p set "serial" = m.serial, "title" = ${title} from "${table}" m where m.county_code = p.county_code and m.id = p.subject_id`,
      );
    this.addSql(
      `create trigger participation_named before insert on participation for each row when (new.title is null) execute function app.name_participation()`,
    );
    // Whoever looks for what a unit's matters are called says no subject: the lists' own index is not for that.
    this.addSql(`drop index "participation_unit"`);
    this.addSql(
      `create index "participation_unit" on "participation" ("county_code", "unit_code", "subject", "at", "subject_id", "state") where subject <> ''`,
    );
    this.addSql(
      `create index "participation_matter" on "participation" ("county_code", "unit_code", "subject_id") include ("subject", "at", "serial", "title")`,
    );
    this.addSql(
      `create index "cases_called" on "cases" ("county_code", "id") include ("opened_at", "serial", "title")`,
    );
    this.addSql(`drop index "deadline_township_due"`);
    this.addSql(
      `create index "deadline_township_due" on "deadline" ("county_code", "township_code", "due_at", "id") include ("unit_code", "rule") where state in ('RUNNING', 'EXTENSION_REQUESTED', 'EXTENDED', 'EXTENSION_REFUSED')`,
    );
  }
}
