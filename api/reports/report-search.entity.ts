import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Instant, ScopedRow, Text, Uuid, Word } from '../columns.ts';
import { scoped } from '../policies.ts';
import { LINES } from './report.entity.ts';

/** Search tokens beside the reports: full text is not leakproof, so only app.index_report writes and only app.search_reports reads it; the answer is joined back under row security. */
@Entity({
  tableName: 'report_search',
  ...scoped('report_search', {}),
})
@Index({ name: 'report_search_tokens', properties: ['tokens'], type: 'gin' })
@Index({ name: 'report_search_newest', properties: ['countyCode', 'submittedAt', 'reportId'] })
export class ReportSearch extends ScopedRow {
  @PrimaryKey({ type: 'uuid' }) reportId!: string;
  @Uuid() authorId!: string;
  @Word('line', LINES) line!: (typeof LINES)[number];
  @Instant() submittedAt!: Date;
  /** Text, place names, pinyin and number, lower case: what a hit is checked against. */
  @Text() haystack!: string;
  @Property({ type: 'tsvector', columnType: 'tsvector' }) tokens!: string;
}
