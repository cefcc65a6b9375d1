import { Migration } from '@mikro-orm/migrations';

const PERSON = 'person (county_code, id)';
const UNIT = 'unit (county_code, code)';
const PLACE = 'place (county_code, code)';
const REPORT = 'report (county_code, id)';
const DIGEST = 'digest (county_code, id)';
const ITEM = 'digest_item (county_code, id)';

/** [table, column, what it refers to]; the county stands in every key, so that tables can be spread by county. */
const FOREIGN_KEYS: [string, string, string, string?][] = [
  ['place', 'parent_code', PLACE],
  ['unit', 'code', PLACE],
  ['unit', 'parent_code', UNIT],
  ['unit', 'principal_id', PERSON],
  ['unit', 'area_id', 'area (county_code, id)'],
  ['area', 'township_code', UNIT],
  ['post', 'person_id', PERSON],
  ['post', 'unit_code', UNIT],
  ['post', 'area_code', PLACE],
  ['portfolio', 'leader_id', PERSON],
  ['portfolio_topic', 'portfolio_id', 'portfolio (county_code, id)'],
  ['login', 'person_id', PERSON],
  ['session', 'post_id', 'post (county_code, id)'],
  ['report', 'unit_code', UNIT],
  ['report', 'author_id', PERSON],
  ['report', 'post_id', 'post (county_code, id)'],
  ['report', 'place_code', PLACE],
  ['report', 'master_id', REPORT],
  ['report_search', 'report_id', REPORT],
  ['alert', 'report_id', REPORT],
  ['digest_item', 'digest_id', DIGEST],
  ['digest_item', 'portfolio_id', 'portfolio (county_code, id)'],
  ['digest_item_report', 'item_id', ITEM, 'on delete cascade'],
  ['digest_item_report', 'report_id', REPORT],
  ['digest_version', 'digest_id', DIGEST],
  ['digest_receipt', 'digest_id', DIGEST],
  ['digest_file', 'digest_id', DIGEST],
  ['instruction', 'leader_id', PERSON],
  ['instruction', 'responsible_unit_code', UNIT],
  ['instruction', 'item_id', ITEM],
  ['instruction', 'report_id', REPORT],
];

const REFERENCE_TABLES = ['login', 'sign_in_failure', 'session', 'calendar_day'];

/** Distribution (a no-op on plain PostgreSQL), then foreign keys, then triggers: the order that a distributed server needs. */
export class Migration20261122000003_bonds extends Migration {
  override up(): void {
    for (const table of REFERENCE_TABLES) this.addSql(`select app.distribute('${table}', 'reference')`);
    for (const table of TABLES) this.addSql(`select app.distribute('${table}', 'county')`);
    for (const [table, column, target, tail = ''] of FOREIGN_KEYS)
      this.addSql(
        `alter table ${table} add constraint ${table}_${column}_fk foreign key (county_code, ${column}) references ${target} ${tail}`,
      );
    this.addSql(
      `create constraint trigger event_number after insert on event deferrable initially deferred for each row execute function app.number_event()`,
    );
    this.addSql(
      `create trigger audit_append_only before update or delete on audit for each row execute function app.refuse_change()`,
    );
    this.addSql(
      `create trigger digest_kept before update or delete on digest for each row execute function app.keep_digest()`,
    );
    for (const part of ['digest_item', 'digest_item_report'])
      this.addSql(
        `create trigger ${part}_kept before insert or update or delete on ${part} for each row execute function app.keep_digest_part()`,
      );
  }
}

const TABLES = [
  'county',
  'place',
  'unit',
  'person',
  'post',
  'area',
  'portfolio',
  'portfolio_topic',
  'term',
  'report',
  'report_search',
  'alert',
  'audit',
  'event',
  'event_counter',
  'digest',
  'digest_item',
  'digest_item_report',
  'digest_version',
  'digest_receipt',
  'digest_file',
  'instruction',
];
