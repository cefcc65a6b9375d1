import { ArrayType } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { CountyKey, Instant, Int, ScopedRow, Text, Uuid, Word } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';
import { LINES } from '../report.entity.ts';

/** Search keys beside the reports: what full text finds is not leakproof, so only app.index_report writes and only app.search_county and its like read it; the answer is joined back under row security. */
@Entity({
  tableName: 'report_search',
  ...scoped('report_search', {}),
})
@Index({ name: 'report_search_keys', properties: ['keys'], type: 'gin' })
@Index({ name: 'report_search_newest', properties: ['countyCode', 'submittedAt', 'reportId', 'line'] })
@Index({
  name: 'report_search_township',
  properties: ['countyCode', 'townshipCode', 'submittedAt', 'reportId', 'line'],
})
@Index({ name: 'report_search_village', properties: ['countyCode', 'villageCode', 'submittedAt', 'reportId', 'line'] })
@Index({ name: 'report_search_author', properties: ['countyCode', 'authorId', 'submittedAt', 'reportId'] })
export class ReportSearch extends ScopedRow {
  @PrimaryKey({ type: 'uuid' }) reportId!: string;
  @Uuid() authorId!: string;
  @Word('line', LINES) line!: (typeof LINES)[number];
  @Instant() submittedAt!: Date;
  /** Text, place names, pinyin and number, lower case: what a hit is checked against. */
  @Text() haystack!: string;
  /** Numbers of all its bigrams in its county (keysOf). */
  @Property({ type: ArrayType, columnType: 'int[]' }) keys!: number[];
}

/** In how many of a county's reports a key stands, as of last night, estimated from the newest: decides how search goes about it. */
@Entity({ tableName: 'search_frequency', ...scoped('search_frequency', {}) })
export class SearchFrequency {
  @CountyKey() countyCode!: number;
  /** 0 stands for every report. */
  @PrimaryKey({ type: 'integer' }) key!: number;
  @Int() n!: number;
}
