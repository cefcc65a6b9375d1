import { Migration } from '@mikro-orm/migrations';

/** 摘报配图: up to two pictures an item, chosen while it is written; what was printed is held with the issue. */
export class Migration20261129000113_digest_pictures extends Migration {
  override up(): void {
    this.addSql(`alter table "digest_item" add column "pictures" uuid[] not null default '{}'`);
    this.addSql(
      `alter table "digest_item" add constraint "digest_item_pictures_check" check (cardinality(pictures) < 2 or cardinality(pictures) = 2 and pictures[1] <> pictures[2])`,
    );
    this.addSql(
      `create constraint trigger digest_item_pictures after insert or update of pictures on digest_item deferrable initially deferred
       for each row when (new.pictures <> '{}') execute function app.keep_chosen_pictures()`,
    );
    this.addSql(`alter table "digest_version" add column "pictures" text[] not null default '{}'`);
    this.addSql(
      `create table "digest_picture" ("county_code" int not null, "item_id" uuid not null, "place" text not null, "digest_id" uuid not null, "attachment_id" uuid not null, "subject_id" uuid not null, "sha256" text not null, primary key ("county_code", "item_id", "place"))`,
    );
    this.addSql(
      `alter table "digest_picture" add constraint "digest_picture_place_check" check (place in ('FIRST', 'SECOND'))`,
    );
    this.addSql(`create index "digest_picture_digest" on "digest_picture" ("county_code", "digest_id")`);
    this.addSql(`create index "digest_picture_bytes" on "digest_picture" ("county_code", "subject_id", "sha256")`);
    this.addSql(`alter table "digest_picture" enable row level security`);
    this.addSql(`alter table "digest_picture" force row level security`);
    this.addSql(
      `create trigger digest_picture_kept before insert or update or delete on digest_picture for each row execute function app.keep_digest_part()`,
    );
    this.addSql(
      `create trigger digest_picture_printed before insert on digest_picture for each row execute function app.keep_printed_picture()`,
    );
    this.addSql(`select app.distribute('digest_picture', 'county')`);
  }
}
