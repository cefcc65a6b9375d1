import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { badInput } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { PortfolioInput } from '../network.input.ts';
import { leaderOf } from '../posts/leader.read.ts';
import type { Person } from '../posts/person.entity.ts';
import type { Portfolio } from './portfolio.entity.ts';

const { name: length, topics, position: last } = LIMITS.portfolio;

/** What the input alone can tell; name trimmed, each topic once. */
export function checked(input: PortfolioInput): PortfolioInput {
  const { min, max } = length;
  const name = input.name.trim();
  const topicCodes = [...new Set(input.topicCodes)];
  if (lengthFault(name, length))
    throw badInput('name', `分工名称请填写 ${min} 到 ${max} 字`, `Write ${min} to ${max} characters`);
  if (topicCodes.length > topics) throw badInput('topicCodes', `最多 ${topics} 个类别`, `At most ${topics} topics`);
  if (input.position != null && (input.position < 0 || input.position > last))
    throw badInput('position', `顺序为 0 到 ${last}`, `The order is 0 to ${last}`);
  return { ...input, name, topicCodes };
}

/** The two sections of a digest could not be told apart. */
export function refuseSameName(name: string, others: readonly Portfolio[]): void {
  if (others.some((other) => other.name === name))
    throw badInput('name', '已有同名的领导分工，请换一个名称', 'Another portfolio has this name; choose another');
}

export async function wantedLeader(scope: Scope, id: string): Promise<Person> {
  const leader = isUuid(id) ? await leaderOf(scope, id) : undefined;
  if (!leader)
    throw badInput(
      'leader',
      '请选择本县在任的领导；没有时先导入其任职',
      "Choose a leader whose post is in force; import the leader's post first",
    );
  return leader;
}

export async function checkTopics(scope: Scope, codes: readonly string[]): Promise<void> {
  const rows = await scope.rows<{ code: string }>(
    `select code from term where county_code = $1 and kind = 'TOPIC' and is_active and code = any($2)`,
    [scope.county, codes],
  );
  const missing = codes.filter((code) => !rows.some((row) => row.code === code)).join('、');
  if (missing) throw badInput('topicCodes', `不是在用的信息类别：${missing}`, `Not a topic in use: ${missing}`);
}
