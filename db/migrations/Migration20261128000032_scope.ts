import { Migration } from '@mikro-orm/migrations';

const PARTS = ['place', 'person_high', 'person_low', 'moment'];

/** Where a connection keeps its scope, instead of the seal of a setting. */
export class Migration20261128000032_scope extends Migration {
  override up(): void {
    this.addSql('drop sequence if exists app.seal');
    for (const part of PARTS) {
      this.addSql(`create unlogged sequence app.scope_${part} minvalue -9223372036854775808`);
      this.addSql(`grant select on sequence app.scope_${part} to at_county, at_township, at_village, at_officer`);
    }
  }
}
