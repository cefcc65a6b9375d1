import { LINKAGES, type Linkage } from '@lxq/schema/cases/case-words.ts';
import { Entity, Index } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf, InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { CountyKey, IdKey, Instant, Text, Uuid, Word } from '../platform/tables/columns.ts';
import { scoped } from '../platform/tables/policies.ts';

export const LinkageEnum = enumOf('Linkage', LINKAGES);

/** 三个联动 (R38): that another office has the same matter under a number of its own. The county's alone: whom a discipline organ looks at no unit reads (Art. 30). */
@ObjectType('CaseLinkage', {
  ...PLAIN,
  description: '三个联动: another office has the same matter under its own number.',
})
@Entity({
  tableName: 'case_linkage',
  ...scoped('case_linkage', { county: { see: 'app.office() or app.leads()', add: 'app.office()' } }),
})
@Index({ name: 'case_linkage_case', properties: ['countyCode', 'caseId', 'at', 'id'] })
export class CaseLinkage {
  @CountyKey() countyCode!: number;
  @Field(() => ID) @IdKey() id!: string;
  @Uuid() caseId!: string;
  @Field(() => LinkageEnum) @Word('kind', LINKAGES) kind!: Linkage;
  @Field(() => String, { description: 'Its number there.' }) @Text() reference!: string;
  @Field(() => String, { description: 'What may be told of it.' }) @Text() mayTell!: string;
  @Field(() => String) @Text() byName!: string;
  @Field(() => InstantScalar) @Instant() at!: Date;
}
