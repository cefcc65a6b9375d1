import { unmet } from '@lxq/schema/transitions.ts';
import { notFound, refused } from '../../platform/contract/errors.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import type { PortfolioInput } from '../network.input.ts';
import type { Portfolio, PortfolioTopic } from './portfolio.entity.ts';
import { checked, checkTopics, refuseSameName, wantedLeader } from './portfolio.input.ts';
import { PORTFOLIO_WORDS } from './portfolio.words.ts';

const noPortfolio = () => notFound(...PORTFOLIO_WORDS.portfolio);
const STEP = 10;

/** In the order of the digest's sections. */
export const list = (scope: Scope) =>
  scope.rows<Portfolio>('select * from portfolio where county_code = $1 and is_active order by position, id', [
    scope.county,
  ]);

/** Adds or changes a portfolio and what stands in it; a topic named here leaves the portfolio it stood in. */
export async function save(scope: Scope, input: PortfolioInput): Promise<Portfolio> {
  const wanted = checked(input);
  const known = await held(scope);
  const before = wanted.id ? known.find(({ id }) => id === wanted.id) : undefined;
  if (wanted.id && !before) throw noPortfolio();
  const others = known.filter((other) => other !== before);
  refuseSameName(wanted.name, others);
  const leader = await wantedLeader(scope, wanted.leader);
  const after: Portfolio = {
    countyCode: scope.county,
    id: before?.id ?? newId(),
    name: wanted.name,
    leaderId: leader.id,
    leaderName: leader.name,
    position: wanted.position ?? before?.position ?? Math.max(0, ...others.map((other) => other.position)) + STEP,
    isActive: true,
  };
  const stood = await topics(scope);
  // A topic that was closed since may stay where it stands; only what comes in has to be in use.
  await checkTopics(
    scope,
    wanted.topicCodes.filter((code) => stood.get(code) !== after.id),
  );
  await write(scope, after);
  await put(scope, after.id, wanted.topicCodes);
  const moved = wanted.topicCodes.flatMap((code) => {
    const from = known.find(({ id }) => id === stood.get(code));
    return from && from.id !== after.id ? [{ topic: code, from: from.id, fromName: from.name }] : [];
  });
  const was = [...stood].filter(([, id]) => id === after.id).map(([code]) => code);
  await note(scope, after, {
    deed: 'save',
    before: before ? { ...before, topicCodes: was } : null,
    after: { ...after, topicCodes: wanted.topicCodes },
    moved,
  });
  return after;
}

/** Issued digests go on bearing it; one that is not out yet must first have its items elsewhere. */
export async function remove(scope: Scope, id: string): Promise<Portfolio> {
  const portfolio = isUuid(id) ? (await held(scope)).find((one) => one.id === id) : undefined;
  if (!portfolio) throw noPortfolio();
  await refuseInUse(scope, portfolio);
  const topicCodes = [...(await topics(scope))].filter(([, at]) => at === id).map(([code]) => code);
  const after = { ...portfolio, isActive: false };
  await put(scope, id, []);
  await write(scope, after);
  await note(scope, after, { deed: 'remove', before: { ...portfolio, topicCodes }, after: null });
  return after;
}

/** All of the county, held until the end: no two clerks move the same topic, and no item comes under what is being removed. */
const held = (scope: Scope) =>
  scope.rows<Portfolio>('select * from portfolio where county_code = $1 and is_active order by id for update', [
    scope.county,
  ]);

async function topics(scope: Scope): Promise<Map<string, string>> {
  const rows = await scope.rows<PortfolioTopic>(
    'select * from portfolio_topic where county_code = $1 order by topic_code',
    [scope.county],
  );
  return new Map(rows.map((row) => [row.topicCode, row.portfolioId]));
}

async function refuseInUse(scope: Scope, { id, name }: Portfolio): Promise<void> {
  const row = await scope.row<{ items: number }>('select app.open_items_in($1) as items', [id]);
  const items = row?.items ?? 0;
  if (items === 0) return;
  throw refused([unmet('itemsRemain', ...PORTFOLIO_WORDS.itemsRemain(name, items))]);
}

const write = (scope: Scope, { id, name, leaderId, leaderName, position, isActive }: Portfolio) =>
  scope.rows(
    `insert into portfolio (county_code, id, name, leader_id, leader_name, position, is_active) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (county_code, id) do update set name = excluded.name, leader_id = excluded.leader_id,
       leader_name = excluded.leader_name, position = excluded.position, is_active = excluded.is_active`,
    [scope.county, id, name, leaderId, leaderName, position, isActive],
  );

async function put(scope: Scope, id: string, codes: readonly string[]): Promise<void> {
  await scope.rows(
    'delete from portfolio_topic where county_code = $1 and (topic_code = any($3) or portfolio_id = $2)',
    [scope.county, id, codes],
  );
  if (codes.length === 0) return;
  await scope.insertMany(
    'portfolio_topic',
    codes.map((topicCode) => ({ countyCode: scope.county, topicCode, portfolioId: id })),
  );
}

async function note(
  scope: Scope,
  { id, name }: Portfolio,
  { deed, ...detail }: { deed: 'save' | 'remove'; before: unknown; after: unknown; moved?: unknown },
): Promise<void> {
  const subject = { subject: 'PORTFOLIO', subjectId: id, unitCode: scope.rights.unitCode } as const;
  await record(scope, subject, { deed, note: name, detail });
  scope.refresh();
}
