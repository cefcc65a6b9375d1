import { hash } from '@node-rs/argon2';
import type { AccountPlan } from './accounts.ts';
import type { CountyPlan } from './counties.ts';
import type { CountyTables } from './county-tables.ts';
import type { Network } from './network.ts';
import type { Post } from './people.ts';
import type { Row } from './rows.ts';
import { bureauOf, holderOf as unitHolderOf } from './unit-staff.ts';

export interface DemoAccount {
  account: string;
  name: string;
  roleZh: string;
  roleEn: string;
  unit: string;
}

/** Hashing is slow on purpose: only the demo accounts can sign in, and nobody else of the thousands. */
export async function loginRows(
  { countyCode }: CountyPlan,
  accounts: readonly AccountPlan[],
  county: CountyTables,
  password: string,
): Promise<Row[]> {
  return Promise.all(
    accounts.map(async ({ account }) => ({
      account,
      county_code: countyCode,
      person_id: holderOf(account, county).person.id,
      password_hash: await hash(password),
    })),
  );
}

function holderOf(account: string, { network, places }: CountyTables): Post {
  const { office, stations, officers, heads, home } = network;
  const bureau = bureauOf(places).code;
  const [countyLeader, cityLeader] = ['COUNTY', 'CITY'].map(
    (level) => office.leaders.find((leader) => leader.level === level)?.post,
  );
  const station = (village: Network['home']['village']) => stations.get(village.township.code);
  const holders: Record<string, Post | undefined> = {
    'county.clerk': office.clerks[0],
    'county.director': office.director,
    'county.leader': countyLeader,
    'city.leader': cityLeader,
    'county.analyst': office.analyst,
    'county.discipline': office.discipline[0],
    'county.discipline2': office.discipline[1],
    'county.discipline3': office.discipline[2],
    admin: office.admin,
    'township.clerk': station(home.village)?.clerks[0],
    'township.leader': station(home.village)?.leader,
    'village.head': heads.get(home.village.code),
    officer: officers.get(home.village.code)?.[0],
    'other.officer': officers.get(home.other.code)?.[0],
    'other.township.clerk': station(home.other)?.clerks[0],
    'township.principal': unitHolderOf(network, home.village.township.code, 'PRINCIPAL'),
    'bureau.clerk': network.roster.posts.find(({ unitCode, role }) => unitCode === bureau && role === 'TOWNSHIP_CLERK'),
    'bureau.leader': unitHolderOf(network, bureau, 'IN_CHARGE'),
    'bureau.principal': unitHolderOf(network, bureau, 'PRINCIPAL'),
    'other.county.clerk': office.clerks[0],
  };
  const holder = holders[account];
  if (!holder) throw new Error(`nobody holds the account ${account}`);
  return holder;
}

export function describe({ account, roleZh, roleEn }: AccountPlan, county: CountyTables): DemoAccount {
  const { person, unitCode } = holderOf(account, county);
  const units = county.tables.flatMap(([table, rows]) => (table === 'unit' ? rows : []));
  return {
    account,
    name: person.name,
    roleZh,
    roleEn,
    unit: String(units.find(({ code }) => code === unitCode)?.name),
  };
}
