import { townshipOf } from '@lxq/schema/places.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import { hash } from '@node-rs/argon2';
import type pg from 'pg';
import { v5 } from 'uuid';
import type { Rights } from '../platform/scope/rights.ts';

/*
 * A small network for tests: two counties, in the first two townships with two villages each, a department, and one post of
 * every role.
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

/** account → [role, unit, capacity]; every person has the password PASSWORD. */
export const POSTS = {
  officer: ['OFFICER', 'willow'],
  officer2: ['OFFICER', 'willow'],
  poplarOfficer: ['OFFICER', 'poplar'],
  otherOfficer: ['OFFICER', 'elm'],
  head: ['VILLAGE_HEAD', 'willow'],
  clerk: ['TOWNSHIP_CLERK', 'east'],
  clerk2: ['TOWNSHIP_CLERK', 'east'],
  otherClerk: ['TOWNSHIP_CLERK', 'west'],
  townLeader: ['TOWNSHIP_LEADER', 'east', 'IN_CHARGE'],
  bureau: ['TOWNSHIP_CLERK', 'water'],
  bureauHead: ['TOWNSHIP_LEADER', 'water', 'PRINCIPAL'],
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
} as const satisfies Record<string, [Role, UnitName, Capacity?]>;
export type Account = keyof typeof POSTS;
export const PASSWORD = 'correct horse';
const ids = new Map<string, string>(); // asked for at every step of every walk
export function idOf(name: string): string {
  const id = ids.get(name) ?? v5(name, 'b6a3f3f0-7c58-4c43-9ad4-2f7f0a4b9d11');
  ids.set(name, id);
  return id;
}

export function rightsOf(account: Account): Rights {
  const [role, unit, capacity]: readonly [Role, UnitName, Capacity?] = POSTS[account];
  const unitCode = UNITS[unit];
  const countyCode = Math.floor(unitCode / 1_000_000_000);
  return {
    countyCode,
    personId: idOf(account),
    personName: nameOf(account),
    actedById: null,
    actedByName: null,
    postId: idOf(`post/${account}`),
    role,
    capacity: capacity ?? null,
    unitCode,
    areaCode: unitCode,
    tokenHash: account,
    tokenScopes: null,
  };
}
const nameOf = (account: string) => `测试·${account}`;

export async function seedNetwork(admin: pg.Client): Promise<void> {
  for (const county of [COUNTY, OTHER_COUNTY]) await seedCounty(admin, county);
  const passwordHash = await hash(PASSWORD, { memoryCost: 1024, timeCost: 1 });
  for (const account of Object.keys(POSTS) as Account[]) {
    const { countyCode, personId, postId, role, capacity, unitCode } = rightsOf(account);
    await admin.query('insert into person (county_code, id, name) values ($1, $2, $3)', [
      countyCode,
      personId,
      nameOf(account),
    ]);
    await admin.query(
      `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, code, capacity, valid_from) values ($1, $2, $3, $4, $5, $6, $6, $7, $8, '2020-01-01')`,
      [
        countyCode,
        postId,
        personId,
        nameOf(account),
        role,
        unitCode,
        role === 'OFFICER' ? `XXY-${account}` : null,
        capacity,
      ],
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
