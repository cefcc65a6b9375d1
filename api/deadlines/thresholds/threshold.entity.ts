import { DEADLINE_RULE_CODES, type DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { CountyKey, Instant, Int, Text, Version } from '../../platform/tables/columns.ts';
import { directory } from '../../platform/tables/policies.ts';
import { oneOf } from '../../platform/tables/words.ts';

const kept = `app.level() = 'ADMIN'`;

/** How much time a county gives by a rule, where it is not the rule's own. */
@Entity({ tableName: 'threshold', ...directory('threshold', { add: kept, change: kept }) })
export class Threshold {
  @CountyKey() countyCode!: number;
  @PrimaryKey({ type: 'text', check: oneOf('rule', DEADLINE_RULE_CODES) }) rule!: DeadlineRuleCode;
  @Int() amount!: number;
  @Instant() changedAt!: Date;
  @Text() changedByName!: string;
  @Version() version!: number;
}
