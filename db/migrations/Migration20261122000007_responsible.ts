import { Migration } from '@mikro-orm/migrations';

/** Once the office has registered an instruction, the unit responsible reads it. */
export class Migration20261122000007_responsible extends Migration {
  override up(): void {
    this.addSql(`drop index "instruction_report"`);
    this.addSql(
      `create index "instruction_report_newest" on "instruction" ("county_code", "report_id", "instructed_at", "id")`,
    );
    for (const level of ['township', 'village', 'officer'])
      this.addSql(
        `create policy "instruction_${level}_see" on "instruction" for select to "at_${level}" using (county_code = app.county() and (responsible_unit_code = app.unit() and state in ('REGISTERED', 'CLOSED')))`,
      );
  }
}
