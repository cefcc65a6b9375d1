import { Migration } from '@mikro-orm/migrations';

/** Two administrators change one post: the second of them is told. */
export class Migration20261129000081_post_versions extends Migration {
  override up(): void {
    this.addSql(`alter table "post" add column "version" int not null default 1`);
  }
}
