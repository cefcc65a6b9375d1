import { LIMITS } from '@lxq/schema/limits.ts';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, Int as GraphInt, ObjectType } from 'type-graphql';
import { enumOf, PLAIN } from '../../platform/contract/graphql.ts';
import { Int, Text, Word } from '../../platform/tables/columns.ts';
import { scoped } from '../../platform/tables/policies.ts';

const DIGEST_CYCLES = ['TEN_DAYS', 'WEEK'] as const;
export type DigestCycle = (typeof DIGEST_CYCLES)[number];
export const DigestCycleEnum = enumOf('DigestCycle', DIGEST_CYCLES);

const see = { see: 'true' };

/** The tenant: one county and how it makes its digest. */
@ObjectType('County', PLAIN)
@Entity({
  tableName: 'county',
  ...scoped('county', { county: { ...see, change: 'true' }, township: see, village: see, officer: see }),
})
export class County {
  @PrimaryKey({ type: 'integer', name: 'county_code', autoincrement: false }) countyCode!: number;
  @Field(() => String) @Text() name!: string;
  /** 编发单位 on the digest. */
  @Field(() => String) @Text() officeName!: string;
  @Field(() => DigestCycleEnum) @Word('digest_cycle', DIGEST_CYCLES, { default: 'TEN_DAYS' }) digestCycle!: DigestCycle;
  @Field(() => GraphInt, { description: "Days after a matter is closed until its villager's contact is forgotten." })
  @Int({ default: LIMITS.contact.days.default, check: 'contact_days > 0' })
  contactDays!: number;
}
