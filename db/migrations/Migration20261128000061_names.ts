import { Migration } from '@mikro-orm/migrations';

/** A report is found by its reporter's whole name. */
export class Migration20261128000061_names extends Migration {
  override up(): void {
    this.addSql(`create index "post_name" on "post" ("county_code", "person_name")`);
  }
}
