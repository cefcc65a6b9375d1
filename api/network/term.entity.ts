import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Bool, CountyKey, Int, Text } from '../columns.ts';
import { directory } from '../policies.ts';

export const TERM_KINDS = ['TOPIC', 'SOURCE'] as const;
export type TermKind = (typeof TERM_KINDS)[number];

/** An entry of a dictionary that the county edits: topics, sources (R28, R43-R45). */
@Entity({ tableName: 'term', ...directory('term') })
export class Term {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'text', check: `kind in ('TOPIC', 'SOURCE')` }) kind!: TermKind;
  @PrimaryKey({ type: 'text' }) code!: string;
  @Text() name!: string;
  @Text() nameEn!: string;
  @Text({ nullable: true }) parentCode?: string | null;
  /** Counted among the problems (R113): information that asks for nothing is not one. */
  @Bool({ default: true }) isProblem!: boolean;
  @Bool({ default: true }) isActive!: boolean;
  @Int({ default: 0 }) position!: number;
}
