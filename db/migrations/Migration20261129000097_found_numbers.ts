import { Migration } from '@mikro-orm/migrations';

/** Cases and papers are found by the numbers that people call them by. */
export class Migration20261129000097_found_numbers extends Migration {
  override up(): void {
    this.addSql(`create index "cases_serial" on "cases" ("county_code", "serial")`);
    this.addSql(`create index "paper_no" on "paper" ("county_code", "no")`);
  }
}
