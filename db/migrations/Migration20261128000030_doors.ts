import { Migration } from '@mikro-orm/migrations';

/** What marks of devices are signed with. It stands in the owner's schema and no function hands it out. */
export class Migration20261128000030_doors extends Migration {
  override async up(): Promise<void> {
    this.addSql('create table app.door_key (secret bytea not null)');
    this.addSql(
      'insert into app.door_key select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))',
    );
  }
}
