import { Migration } from '@mikro-orm/migrations';

/** The register of wells. Its policies stand on the entity and are applied after every migration. */
export class Migration20991231000001_wells extends Migration {
  override up(): void {
    const levels = ['township_code bigint generated always as ((unit_code / 1000000) * 1000000) stored'];
    levels.push('village_code bigint generated always as ((unit_code / 1000) * 1000) stored');
    this.addSql(
      `create table well (county_code int not null, unit_code bigint not null, ${levels.join(', ')}, id uuid not null, state text not null default 'REPORTED',
       name text not null, reported_at timestamptz(3) not null, reporter_id uuid not null, version int not null default 1, primary key (county_code, id))`,
    );
    this.addSql(`alter table well add constraint well_state_check check (state in ('REPORTED', 'CHECKED', 'CLOSED'))`);
    this.addSql('create index well_newest on well (county_code, reported_at, id)');
    this.addSql('create index well_township_newest on well (county_code, township_code, reported_at, id)');
    this.addSql(`select app.distribute('well', 'county')`);
  }
}
