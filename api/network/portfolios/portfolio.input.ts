import { portfolioProblems } from '@lxq/schema/network/portfolio-draft.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { refuseFirst } from '../../platform/contract/words.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import type { PortfolioInput } from '../network.input.ts';
import { leaderOf } from '../posts/leader.read.ts';
import type { Person } from '../posts/person.entity.ts';
import type { Portfolio } from './portfolio.entity.ts';
import { DRAFT_WORDS, PORTFOLIO_WORDS } from './portfolio.words.ts';

/** What the input alone can tell; name trimmed, each topic once. */
export function checked(input: PortfolioInput): PortfolioInput {
  const { position = null } = input;
  const portfolio = { ...input, name: input.name.trim(), topicCodes: [...new Set(input.topicCodes)], position };
  refuseFirst(portfolioProblems(portfolio), DRAFT_WORDS);
  return portfolio;
}

/** The two sections of a digest could not be told apart. */
export function refuseSameName(name: string, others: readonly Portfolio[]): void {
  if (others.some((other) => other.name === name)) throw badInput('name', ...PORTFOLIO_WORDS.sameName);
}

export async function wantedLeader(scope: Scope, id: string): Promise<Person> {
  const leader = isUuid(id) ? await leaderOf(scope, id) : undefined;
  if (!leader) throw badInput('leader', ...PORTFOLIO_WORDS.noSuchLeader);
  return leader;
}

export async function checkTopics(scope: Scope, codes: readonly string[]): Promise<void> {
  const rows = await scope.rows<{ code: string }>(
    `select code from term where county_code = $1 and kind = 'TOPIC' and is_active and code = any($2)`,
    [scope.county, codes],
  );
  const missing = codes.filter((code) => !rows.some((row) => row.code === code)).join('、');
  if (missing) throw badInput('topicCodes', ...PORTFOLIO_WORDS.notTopics(missing));
}
