import { Migration } from '@mikro-orm/migrations';

/** What programs read with: a session of its own for each, which says what it may begin with, and beside it what its owner calls it. */
export class Migration20261130000140_access_tokens extends Migration {
  override up(): void {
    this.addSql(`alter table "session" add column "token_scopes" text[] null`);
    this.addSql(
      `create table "access_token" ("county_code" int not null, "id" uuid not null, "person_id" uuid not null, "post_id" uuid not null, "token_hash" text not null, "name" text not null, "prefix" text not null, "scopes" text[] not null, "created_at" timestamptz(3) not null default app.now(), "expires_at" timestamptz(3) not null, "used_on" date null, primary key ("county_code", "id"))`,
    );
    this.addSql(`create index "access_token_person" on "access_token" ("county_code", "person_id")`);
    this.addSql(`create index "access_token_hash" on "access_token" ("county_code", "token_hash")`);
    this.addSql(
      'alter table access_token add constraint access_token_person_id_fk foreign key (county_code, person_id) references person (county_code, id)',
    );
    this.addSql(
      'alter table access_token add constraint access_token_post_id_fk foreign key (county_code, post_id) references post (county_code, id)',
    );
  }
}
