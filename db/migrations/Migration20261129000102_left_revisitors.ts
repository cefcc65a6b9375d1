import { Migration } from '@mikro-orm/migrations';

/** Whoever heard that a case is not solved takes part in it no longer, once what they do is done. */
export class Migration20261129000102_left_revisitors extends Migration {
  override up(): void {
    this.addSql(
      `create constraint trigger cases_round_begun after update on cases deferrable initially deferred for each row when (new.round > old.round) execute function app.leave_revisitors()`,
    );
    this.addSql(
      `delete from participation p using cases c where p.part = 'REVISITOR' and c.county_code = p.county_code and c.id = p.subject_id and not exists (
         select from revisit v where v.county_code = p.county_code and v.subject_id = p.subject_id and v.unit_code = p.unit_code
           and (v.state in ('SCHEDULED', 'ASSIGNED', 'ATTEMPTED', 'UNREACHABLE') or v.round = c.round))`,
    );
  }
}
