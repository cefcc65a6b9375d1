import { Migration } from '@mikro-orm/migrations';

/**
 * Reports come in many together: their events may bring their numbers along (app.tell_submitted), while a level's own cannot and are
 * numbered at commit as before; and what they add to the tallies is written once a statement.
 */
export class Migration20261122000006_intake extends Migration {
  override up(): void {
    this.addSql(`drop trigger report_tallied on report`);
    this.addSql(
      `create trigger report_tallied after insert on report referencing new table as added for each statement execute function app.tally_added()`,
    );
    this.addSql(
      `create trigger report_untallied after delete on report for each row execute function app.tally_report()`,
    );
    this.addSql(`drop trigger event_number on event`);
    this.addSql(
      `create constraint trigger event_number after insert on event deferrable initially deferred for each row when (new.n is null) execute function app.number_event()`,
    );
    for (const level of ['county', 'township', 'village', 'officer'])
      this.addSql(
        `alter policy "event_${level}_add" on "event" with check (county_code = app.county() and (n is null))`,
      );
  }
}
