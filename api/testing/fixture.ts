import { createTestDatabase } from '@lxq/db/test-database.ts';
import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import { type ExecutionResult, parse } from 'graphql';
import pg from 'pg';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { entities } from '../entities.ts';
import { runOperation } from '../platform/operation/operation.ts';
import type { Caller } from '../platform/scope/caller.ts';
import { openDatabase } from '../platform/scope/database.ts';
import type { Rights } from '../platform/scope/rights.ts';
import { Scope } from '../platform/scope/scope.ts';
import { contract } from '../schema.ts';
import { type Account, rightsOf, seedNetwork } from './network.ts';

/* The network of network.ts on real PostgreSQL, as the runtime role. Nothing here is a mock. */

// Most tests name units and accounts together with what they start.
export {
  type Account,
  COUNTY,
  code,
  idOf,
  OTHER_COUNTY,
  PASSWORD,
  POSTS,
  rightsOf,
  UNITS,
} from './network.ts';

export interface Fixture {
  admin: pg.Client;
  adminUrl: string;
  appUrl: string;
  database: ReturnType<typeof openDatabase>;
  rights(account: Account): Rights;
  scope(account: Account): Scope;
  /** One operation as that account, in a transaction of its own, as both transports run it, and what goes on beside its answer. */
  run<Data = Record<string, never>>(
    account: Account | null,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<ExecutionResult<Data>>;
  close(): Promise<void>;
}

export async function startFixture(): Promise<Fixture> {
  const { adminUrl, appUrl, drop } = await createTestDatabase();
  const admin = new pg.Client(adminUrl);
  admin.on('error', () => {});
  await admin.connect();
  await seedNetwork(admin);
  const database = openDatabase({ appUrl, connections: 24, entities, onError: () => {} });
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const scope = (account: Account) => new Scope(database, rightsOf(account), callerOf());
  return {
    admin,
    adminUrl,
    appUrl,
    database,
    scope,
    rights: rightsOf,
    run: async (account, document, variables) => {
      const operation = { schema: contract(), document: parse(document), variables };
      const asked = account ? scope(account) : new Scope(database, null, callerOf());
      const answer = await runOperation(operation, asked, log);
      await database.rest();
      return answer as never;
    },
    close: async () => {
      await database.close();
      await admin.end();
      await drop();
    },
  };
}

const callerOf = (): Caller => ({
  language: 'zh',
  address: '127.0.0.1',
  tokenHash: null,
  sessionHours: 1,
  setToken: () => {},
});

/** A draft that the account may send as it is. */
export function draft(account: Account, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    clientId: v7(),
    topic: 'WATER',
    source: 'VISIT',
    place: String(rightsOf(account).areaCode),
    occurredAt: new Date(Date.now() - 3_600_000).toISOString(),
    content: '村西头的机井连续三天抽不上水，四十多户村民要到邻村挑水吃，盼望尽快修好。',
    ...changes,
  };
}

const SUBMIT =
  'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { clientId isNew report { id version state } } }';
/** Sends a report as an author and answers its id. */
export async function submitted(
  fixture: Fixture,
  account: Account,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { data, errors } = await fixture.run<{ submitReport: { report: { id: string } } }>(account, SUBMIT, {
    draft: draft(account, changes),
  });
  if (errors) throw new Error(errors.map((error) => error.message).join('; '));
  return data?.submitReport.report.id as string;
}

/** Rows beyond what submitting makes in a test's time: many reports of one village, oldest first, with everything a report has. */
export async function manyReports(fixture: Fixture, account: Account, count: number): Promise<void> {
  const { countyCode, personId, postId, unitCode } = rightsOf(account);
  const rows = Array.from({ length: count }, (_, i) => ({
    id: v7(),
    content: `第${i}件：村道路面破损积水，学生上学和农户拉粮都不方便，需要修补。`,
  }));
  await fixture.admin.query(
    `insert into report (county_code, unit_code, id, client_id, content_hash, author_id, post_id, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
     select $1, $2, r.id, r.id, 'x', $3, $4, 'LINE', 'OFFICER', 'ROAD', 'NORMAL', $2, now() - interval '1 day', now() - interval '1 day' + interval '1 second' * r.n, now(), r.content
     from unnest($5::uuid[], $6::text[]) with ordinality r (id, content, n)`,
    [countyCode, unitCode, personId, postId, rows.map((row) => row.id), rows.map((row) => row.content)],
  );
  for (const { id, content } of rows)
    await fixture.admin.query(
      `insert into report_search (county_code, unit_code, report_id, author_id, line, submitted_at, haystack, keys) select county_code, unit_code, id, author_id, line, submitted_at, $2, $3 from report where id = $1`,
      [id, haystackOf([content]), keysOf(countyCode, haystackOf([content]))],
    );
}
