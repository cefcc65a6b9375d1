import { Migration } from '@mikro-orm/migrations';

/**
 * A plan that all units share is made for none of them: the planner knows how many there are, and of hardly any how many reports it has. It would
 * look up those of the unit that happens to ask first, and a small one's plan sorts all that a large one has (docs/decisions/0023).
 */
export class Migration20261128000063_common_units extends Migration {
  override up(): void {
    const columns = ['township_code', 'village_code', 'author_id'].map(
      (column) => `alter "${column}" set statistics 1`,
    );
    this.addSql(`alter table "report" ${columns.join(', ')}`);
    this.addSql('analyze "report"');
  }
}
