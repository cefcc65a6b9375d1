import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ID, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { Bool, CountyKey, Int, Text } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';

export const TERM_KINDS = ['TOPIC', 'SOURCE'] as const;
export const TermKindEnum = enumOf('TermKind', TERM_KINDS);
export type TermKind = (typeof TERM_KINDS)[number];

/** An entry of a dictionary that the county edits: topics, sources (R28, R43-R45). */
@ObjectType('Term', PLAIN)
@Entity({ tableName: 'term', ...directory('term') })
export class Term {
  @CountyKey() countyCode!: number;
  @Field(() => TermKindEnum)
  @PrimaryKey({ type: 'text', check: `kind in ('TOPIC', 'SOURCE')` })
  kind!: TermKind;
  @Field(() => ID)
  @PrimaryKey({ type: 'text' })
  code!: string;
  @Field(() => String) @Text() name!: string;
  @Field(() => String) @Text() nameEn!: string;
  @Field(() => ID, { nullable: true }) @Text({ nullable: true }) parentCode?: string | null;
  /** Counted among the problems (R113): information that asks for nothing is not one. */
  @Field(() => Boolean) @Bool({ default: true }) isProblem!: boolean;
  @Field(() => Boolean, { description: 'Accuses somebody: its reports go SEALED whatever line is chosen (Art. 30).' })
  @Bool({ default: false })
  isAccusation!: boolean;
  /** Of a topic: 四难 (R44), the groups of opinions (R45), or whatever else a county counts across the branches. */
  @Field(() => [String])
  @Property({ type: 'array', columnType: 'text[]', defaultRaw: `'{}'` })
  tags!: string[];
  @Field(() => Boolean) @Bool({ default: true }) isActive!: boolean;
  @Field(() => GraphInt) @Int({ default: 0 }) position!: number;
}
