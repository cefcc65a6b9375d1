import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Text, Word } from '../columns.ts';
import { scoped } from '../policies.ts';

const see = { see: 'true' };

/** The tenant: one county and how it makes its digest. */
@Entity({ tableName: 'county', ...scoped('county', { county: { ...see, change: 'true' }, township: see, village: see, officer: see }) })
export class County {
  @PrimaryKey({ type: 'integer', name: 'county_code', autoincrement: false }) countyCode!: number;
  @Text() name!: string;
  /** 编发单位 on the digest. */
  @Text() officeName!: string;
  @Word('digest_cycle', ['TEN_DAYS', 'WEEK'], { default: 'TEN_DAYS' }) digestCycle!: 'TEN_DAYS' | 'WEEK';
}
