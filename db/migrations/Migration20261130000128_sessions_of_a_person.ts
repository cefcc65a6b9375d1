import { Migration } from '@mikro-orm/migrations';

/** One's devices are listed, ended and signed out everywhere by whom they are of: without this each read all sessions of all counties. */
export class Migration20261130000128_sessions_of_a_person extends Migration {
  override up(): void {
    this.addSql(`create index "session_person" on "session" ("county_code", "person_id")`);
  }
}
