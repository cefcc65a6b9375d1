import { createTestDatabase } from '@lxq/db/test-database.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import type { Role } from '@lxq/schema/roles.ts';
import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import { hash } from '@node-rs/argon2';
import { type ExecutionResult, parse } from 'graphql';
import pg from 'pg';
import { pino } from 'pino';
import { v5, v7 } from 'uuid';
import { entities } from '../entities.ts';
import { runOperation } from '../platform/operation/operation.ts';
import { openDatabase } from '../platform/scope/database.ts';
import type { Rights } from '../platform/scope/rights.ts';
import { type Caller, Scope } from '../platform/scope/scope.ts';
import { contract } from '../schema.ts';

/*
 * A small network for tests on real PostgreSQL, as the runtime role: two counties, in the first two townships with two
 * villages each, a department, and one post of every role. Nothing here is a mock.
 */
export const COUNTY = 990101;
export const OTHER_COUNTY = 990102;
export const code = (county: number, township = 0, village = 0, group = 0) =>
  ((county * 1000 + township) * 1000 + village) * 1000 + group;

export const UNITS = {
  county: code(COUNTY),
  east: code(COUNTY, 101),
  willow: code(COUNTY, 101, 201),
  poplar: code(COUNTY, 101, 202),
  west: code(COUNTY, 102),
  elm: code(COUNTY, 102, 201),
  water: code(COUNTY, 601),
  otherCounty: code(OTHER_COUNTY),
  otherTown: code(OTHER_COUNTY, 101),
  otherVillage: code(OTHER_COUNTY, 101, 201),
} as const;
type UnitName = keyof typeof UNITS;

const NAMES: Record<UnitName, string> = {
  county: '清禾县',
  east: '东关镇',
  willow: '柳林村',
  poplar: '杨树村',
  west: '西河镇',
  elm: '榆树村',
  water: '水利局',
  otherCounty: '白石县',
  otherTown: '石桥镇',
  otherVillage: '石门村',
};
const PINYIN: Partial<Record<UnitName, [string, string]>> = {
  willow: ['liulincun', 'llc'],
  elm: ['yushucun', 'ysc'],
  east: ['dongguanzhen', 'dgz'],
};

/** account → [role, unit]; every person has the password PASSWORD. */
export const POSTS = {
  officer: ['OFFICER', 'willow'],
  officer2: ['OFFICER', 'willow'],
  poplarOfficer: ['OFFICER', 'poplar'],
  otherOfficer: ['OFFICER', 'elm'],
  head: ['VILLAGE_HEAD', 'willow'],
  clerk: ['TOWNSHIP_CLERK', 'east'],
  clerk2: ['TOWNSHIP_CLERK', 'east'],
  otherClerk: ['TOWNSHIP_CLERK', 'west'],
  townLeader: ['TOWNSHIP_LEADER', 'east'],
  bureau: ['TOWNSHIP_CLERK', 'water'],
  county: ['COUNTY_CLERK', 'county'],
  county2: ['COUNTY_CLERK', 'county'],
  director: ['COUNTY_DIRECTOR', 'county'],
  leader: ['LEADER', 'county'],
  leader2: ['LEADER', 'county'],
  analyst: ['ANALYST', 'county'],
  discipline: ['DISCIPLINE_CLERK', 'county'],
  admin: ['ADMIN', 'county'],
  foreignClerk: ['COUNTY_CLERK', 'otherCounty'],
  foreignOfficer: ['OFFICER', 'otherVillage'],
} as const satisfies Record<string, [Role, UnitName]>;
export type Account = keyof typeof POSTS;
export const PASSWORD = 'correct horse';
export const idOf = (name: string) => v5(name, 'b6a3f3f0-7c58-4c43-9ad4-2f7f0a4b9d11');

export interface Fixture {
  admin: pg.Client;
  adminUrl: string;
  appUrl: string;
  database: ReturnType<typeof openDatabase>;
  rights(account: Account): Rights;
  scope(account: Account): Scope;
  /** One operation as that account, in a transaction of its own, as both transports run it. */
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
    run: (account, document, variables) => {
      const operation = { schema: contract(), document: parse(document), variables };
      return runOperation(operation, account ? scope(account) : new Scope(database, null, callerOf()), log) as never;
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

export function rightsOf(account: Account): Rights {
  const [role, unit] = POSTS[account];
  const unitCode = UNITS[unit];
  const countyCode = Math.floor(unitCode / 1_000_000_000);
  return {
    countyCode,
    personId: idOf(account),
    personName: nameOf(account),
    postId: idOf(`post/${account}`),
    role,
    unitCode,
    areaCode: unitCode,
    tokenHash: account,
  };
}
const nameOf = (account: string) => `测试·${account}`;

async function seedNetwork(admin: pg.Client): Promise<void> {
  for (const county of [COUNTY, OTHER_COUNTY]) await seedCounty(admin, county);
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 });
  for (const account of Object.keys(POSTS) as Account[]) {
    const { countyCode, personId, postId, role, unitCode } = rightsOf(account);
    await admin.query('insert into person (county_code, id, name) values ($1, $2, $3)', [
      countyCode,
      personId,
      nameOf(account),
    ]);
    await admin.query(
      `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, code, valid_from) values ($1, $2, $3, $4, $5, $6, $6, $7, '2020-01-01')`,
      [countyCode, postId, personId, nameOf(account), role, unitCode, role === 'OFFICER' ? `XXY-${account}` : null],
    );
    await admin.query('insert into login values ($1, $2, $3, $4)', [
      account.toLowerCase(),
      countyCode,
      personId,
      passwordHash,
    ]);
  }
  for (const county of [COUNTY, OTHER_COUNTY]) await seedTopics(admin, county);
  await admin.query(SESSIONS);
}
/** Everybody is signed in: the token's hash is the account. */
const SESSIONS = `insert into session (token_hash, county_code, person_id, post_id, expires_at)
  select substr(person_name, 4), county_code, person_id, id, now() + interval '1 day' from post`;

async function seedCounty(admin: pg.Client, county: number): Promise<void> {
  await admin.query('insert into county (county_code, name, office_name) values ($1, $2, $3)', [
    county,
    county === COUNTY ? '清禾县' : '白石县',
    `中共${county === COUNTY ? '清禾' : '白石'}县委群众工作办公室`,
  ]);
  await admin.query('insert into event_counter (county_code, epoch) values ($1, $2)', [county, 'test']);
  for (const [name, unitCode] of Object.entries(UNITS) as [UnitName, number][])
    if (Math.floor(unitCode / 1_000_000_000) === county) await seedUnit(admin, name, unitCode);
}

const KINDS = {
  COUNTY: 'COUNTY_OFFICE',
  TOWNSHIP: 'TOWNSHIP_STATION',
  VILLAGE: 'VILLAGE_ROOM',
  SEAT: 'DEPARTMENT',
} as const;

async function seedUnit(admin: pg.Client, name: UnitName, unitCode: number): Promise<void> {
  const county = Math.floor(unitCode / 1_000_000_000);
  const level = levelOfCode(unitCode);
  const parent = { COUNTY: null, VILLAGE: townshipOf(unitCode) }[level as string] ?? county * 1_000_000_000;
  const township = Object.entries(UNITS).find(([, one]) => one === parent)?.[0] as UnitName | undefined;
  const full = level === 'VILLAGE' ? `${NAMES[township as UnitName]} ${NAMES[name]}` : NAMES[name];
  const [pinyin, initials] = PINYIN[name] ?? ['', ''];
  const above = level === 'COUNTY' ? null : parent;
  await admin.query(
    `insert into place (county_code, code, name, full_name, level, parent_code, pinyin, initials, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, '2020-01-01')`,
    [county, unitCode, NAMES[name], full, level, above, pinyin, initials],
  );
  await admin.query('insert into unit (county_code, code, name, kind, parent_code) values ($1, $2, $3, $4, $5)', [
    county,
    unitCode,
    NAMES[name],
    KINDS[level],
    above,
  ]);
}

function levelOfCode(unitCode: number): keyof typeof KINDS {
  if (unitCode % 1_000_000_000 === 0) return 'COUNTY';
  if (unitCode !== townshipOf(unitCode)) return 'VILLAGE';
  return unitCode === UNITS.water ? 'SEAT' : 'TOWNSHIP';
}

async function seedTopics(admin: pg.Client, county: number): Promise<void> {
  const topics = [
    ['WATER', '饮水', true],
    ['ROAD', '道路', true],
    ['PRAISE', '好人好事', false],
    ['LOOSE', '未分管事项', true],
    ['CONDUCT', '干部作风与违纪', true],
  ] as const;
  for (const [topic, name, isProblem] of topics)
    await admin.query(
      `insert into term (county_code, kind, code, name, name_en, is_problem, is_accusation) values ($1, 'TOPIC', $2, $3, $2, $4, $2 = 'CONDUCT')`,
      [county, topic, name, isProblem],
    );
  await admin.query(
    `insert into term (county_code, kind, code, name, name_en) values ($1, 'SOURCE', 'VISIT', '走访', 'Visit')`,
    [county],
  );
  if (county !== COUNTY) return;
  const portfolios = [
    ['water', '农业农村', 'leader', 'WATER'],
    ['road', '城乡建设', 'leader2', 'ROAD'],
  ] as const;
  for (const [position, [id, name, leader, topic]] of portfolios.entries()) {
    await admin.query(
      'insert into portfolio (county_code, id, name, leader_id, leader_name, position) values ($1, $2, $3, $4, $5, $6)',
      [county, idOf(`portfolio/${id}`), name, idOf(leader), nameOf(leader), position],
    );
    await admin.query('insert into portfolio_topic values ($1, $2, $3)', [county, topic, idOf(`portfolio/${id}`)]);
  }
}

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
