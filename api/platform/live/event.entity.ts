import { BigIntType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { EARS, type Ears, heard, SubjectRow } from '../deeds/subject.ts';
import { IdKey, Instant, Text, Uuid, Word } from '../tables/columns.ts';
import { onTheLine, scoped } from '../tables/policies.ts';

/** What is told to a unit that takes part is that unit's own: not its township station's. */
const own = (sees: string) => `(${sees}) and (ears <> 'UNIT' or unit_code = app.unit())`;
/** Numbers are taken from the county's counter, never brought along. */
const add = 'n is null';

/** The log that live delivery reads. `n` is taken at commit by a deferred trigger: no gaps, in commit order. */
@Entity({
  tableName: 'event',
  ...scoped('event', {
    county: { see: `(${onTheLine.county}) and (${heard})`, add },
    township: { see: own(onTheLine.township), add },
    village: { see: own(onTheLine.village), add },
    officer: { see: onTheLine.officer, add },
  }),
})
@Index({ name: 'event_county_n', properties: ['countyCode', 'n', 'line'] })
@Index({ name: 'event_township_n', properties: ['countyCode', 'townshipCode', 'n', 'line'] })
@Index({ name: 'event_village_n', properties: ['countyCode', 'villageCode', 'n', 'line'] })
@Index({ name: 'event_author_n', properties: ['countyCode', 'authorId', 'n'] })
export class Event extends SubjectRow {
  @IdKey() id!: string;
  @Property({ type: new BigIntType('number'), nullable: true }) n?: number | null;
  @Text() kind!: string;
  @Instant() at!: Date;
  /** Null where the thing is not there yet: an issue that is late. */
  @Uuid({ nullable: true }) subjectId?: string | null;
  @Word('line', ['LINE', 'DIRECT', 'SEALED'], { default: 'LINE' }) line!: 'LINE' | 'DIRECT' | 'SEALED';
  @Word('ears', EARS, { default: 'EVERYBODY' }) ears!: Ears;
}

/** Where a county's log stands. Another epoch means another history: cursors of the old one get RESYNC. */
@Entity({
  tableName: 'event_counter',
  ...scoped('event_counter', {
    county: { see: 'true' },
    township: { see: 'true' },
    village: { see: 'true' },
    officer: { see: 'true' },
  }),
})
export class EventCounter {
  @PrimaryKey({ type: 'integer', name: 'county_code', autoincrement: false }) countyCode!: number;
  @Text() epoch!: string;
  @Property({ type: new BigIntType('number'), default: 0 }) n!: number;
  /** Events up to here are gone. */
  @Property({ type: new BigIntType('number'), default: 0 }) foldedTo!: number;
}
