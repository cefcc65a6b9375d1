import { Migration } from '@mikro-orm/migrations';

/** Where a connection keeps the seal of its scope. */
export class Migration20261128000031_seal extends Migration {
  override up(): void {
    this.addSql('create unlogged sequence app.seal minvalue -9223372036854775808');
    this.addSql('grant select on sequence app.seal to at_county, at_township, at_village, at_officer');
  }
}
