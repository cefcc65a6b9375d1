import { Migration } from '@mikro-orm/migrations';

/** Whoever reported what a matter rests on is told of what its units do. Rows that are filled in (the demo, an import) bring their own histories. */
export class Migration20261129000091_told_reporters extends Migration {
  override up(): void {
    this.addSql(
      `create trigger audit_tells_reporters after insert on audit for each row
       when (new.subject in ('INSTRUCTION', 'CASE', 'REVISIT') and current_user like 'at\\_%') execute function app.tell_reporters()`,
    );
  }
}
