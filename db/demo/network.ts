import { addDays } from '@lxq/schema/calendar.ts';
import type { CountyPlan } from './counties.ts';
import { type CountyOffice, staffCountyOffice, staffDiscipline } from './county-office.ts';
import { makeRoster, type Person, type Post, type Roster, type StandIn } from './people.ts';
import type { Places, Seat, Township, Village } from './places.ts';
import { between, pick, type Random, randomFrom, shuffled, uuidAt } from './random.ts';

export interface Area {
  id: string;
  township: Township;
  name: string;
  chief: Person;
  deputy: Person;
  villages: Village[];
}

export interface Station {
  township: Township;
  clerks: Post[];
  /** In charge of mass work. */
  leader: Post;
}

export interface Network {
  roster: Roster;
  office: CountyOffice;
  stations: Map<number, Station>;
  areas: Area[];
  /** Active officers by unit. */
  officers: Map<number, Post[]>;
  heads: Map<number, Post>;
  /** Who answers for a department or an enterprise (R17). */
  principals: Map<number, Person>;
  standIns: StandIn[];
  /** The village whose head and officer have accounts, and the village of the officer elsewhere. */
  home: { village: Village; other: Village };
}

/** Everybody who works in the network, with their posts (R1–R20). */
export function makeNetwork(plan: CountyPlan, places: Places, firstDay: string): Network {
  const random = randomFrom(`${plan.countyCode} people`);
  const roster = makeRoster(random, addDays(firstDay, -45));
  const office = staffCountyOffice(plan, places.county.code, roster);
  const network: Network = {
    roster,
    office,
    stations: new Map(),
    areas: [],
    officers: new Map(),
    heads: new Map(),
    principals: new Map(),
    standIns: [],
    home: homeOf(places),
  };
  for (const township of places.townships) staffStation(network, township, random);
  for (const village of places.villages) staffVillage(network, village);
  for (const seat of places.seats) network.principals.set(seat.code, roster.person());
  appointOfficers(plan, places, network, random);
  retireSome(places, network, firstDay, random);
  staffDiscipline(office, roster, plan.townships.length > 4);
  return network;
}

/** In the fourth township of the list, or the first where there are fewer; the other one next to it. */
function homeOf({ townships }: Places): Network['home'] {
  const at = townships.length > 4 ? 3 : 0;
  const villageOf = (township: Township | undefined) =>
    township?.villages.find((village) => !village.isWard) as Village;
  return { village: villageOf(townships[at]), other: villageOf(townships[at + 1]) };
}

const AREA_NAMES = ['东片', '西片', '南片', '北片'];

/** Two clerks, a leader, and three or four areas (片), so that every village lies in exactly one (R19). */
function staffStation({ roster, stations, areas, home }: Network, township: Township, random: Random): void {
  const clerkName = { [home.village.township.code]: '方晓岚', [home.other.township.code]: '罗映秋' }[township.code];
  const clerks = [clerkName, undefined].map((name) =>
    roster.post(roster.person(name), 'TOWNSHIP_CLERK', township.code),
  );
  const leader = roster.post(
    roster.person(township === home.village.township ? '蒋远山' : undefined),
    'TOWNSHIP_LEADER',
    township.code,
    { capacity: 'IN_CHARGE' },
  );
  stations.set(township.code, { township, clerks, leader });
  const count = Math.min(between(random, 3, 4), township.villages.length);
  const size = Math.ceil(township.villages.length / count);
  for (let i = 0; i < count; i++) {
    const chief = roster.post(roster.person(), 'TOWNSHIP_LEADER', township.code).person;
    const villages = township.villages.slice(i * size, (i + 1) * size);
    areas.push({
      id: uuidAt(random, 0),
      township,
      name: AREA_NAMES[i] ?? '',
      chief,
      deputy: roster.person(),
      villages,
    });
  }
}

function staffVillage({ roster, heads, home }: Network, village: Village): void {
  const head = roster.post(
    roster.person(village === home.village ? '葛春生' : undefined),
    'VILLAGE_HEAD',
    village.code,
    { capacity: 'PRINCIPAL' },
  );
  heads.set(village.code, head);
}

/** One officer a group (R5), then more at the villages, up to the planned number; a few villages are still without one. */
function appointOfficers(plan: CountyPlan, places: Places, network: Network, random: Random): void {
  const { home } = network;
  const open = places.villages.filter((village) => village !== home.village && village !== home.other);
  const uncovered = new Set(shuffled(random, open).slice(0, plan.uncovered));
  const covered = places.villages.filter((village) => !uncovered.has(village));
  let left = plan.officers;
  const appoint = (unitCode: number, areaCode: number, name?: string) => {
    const township = String(Math.floor(unitCode / 1_000_000) % 1_000).padStart(3, '0');
    const code = `${township}-${String(plan.officers - left + 1).padStart(4, '0')}`;
    const post = network.roster.post(network.roster.person(name), 'OFFICER', unitCode, { areaCode, code });
    network.officers.set(unitCode, [...(network.officers.get(unitCode) ?? []), post]);
    left--;
  };
  for (const unit of [places.county, ...places.townships]) appoint(unit.code, unit.code);
  for (const seat of places.seats) for (let i = 0; i < officersOf(seat); i++) appoint(seat.code, seat.code);
  appoint(home.village.code, home.village.code, '林小禾');
  appoint(home.other.code, home.other.code, '谢青苗');
  for (const village of covered) for (const group of village.groups) if (left > 0) appoint(village.code, group.code);
  while (left > 0) {
    const village = pick(random, covered);
    appoint(village.code, village.code);
  }
}

const officersOf = (seat: Seat): number => (seat.kind === 'DEPARTMENT' ? 2 : 3);

/** Posts that have ended stay on record with the day they ended. */
function retireSome(places: Places, { roster }: Network, firstDay: string, random: Random): void {
  for (let i = 0; i < places.villages.length / 12; i++) {
    const village = pick(random, places.villages);
    const period = { validFrom: addDays(firstDay, -400), validTo: addDays(firstDay, -between(random, 20, 90)) };
    roster.post(roster.person(), 'OFFICER', village.code, { code: `R-${String(i + 1).padStart(4, '0')}`, ...period });
  }
}
