import { randomUUID } from 'node:crypto';
import { makeRoster, type Person, type Post, personRows, postRows } from '@lxq/db/demo/people.ts';
import { spelled } from '@lxq/db/demo/places.ts';
import { LEADERS, PORTFOLIO_TOPICS, PORTFOLIOS } from '@lxq/db/demo/portfolios.ts';
import { type Random, randomFrom, shuffled, uuidAt } from '@lxq/db/demo/random.ts';
import type { Row } from '@lxq/db/demo/rows.ts';
import { termRows } from '@lxq/db/demo/terms.ts';
import { VILLAGE_ROOTS, VILLAGE_SIDES } from '@lxq/db/demo/village-names.ts';
import { type CountyShape, NETWORK, officeOf, roomOf, stationOf } from './shapes.ts';

const SINCE = '2020-01-01';

export interface Village {
  code: number;
  groupCode: number;
  name: string;
  /** What people call it and its group; search finds reports by it. */
  placeWords: string[];
  groupWords: string[];
  officers: Post[];
}

export interface County {
  shape: CountyShape;
  leaders: Person[];
  clerk: Post;
  villages: Village[];
  /** In the order in which foreign keys allow them. */
  tables: [table: string, rows: Row[]][];
}

/** Everybody and everything of a county but its reports. */
export function makeCounty(shape: CountyShape): County {
  const random = randomFrom(`bench ${shape.code}`);
  const roster = makeRoster(random, SINCE);
  const appoint = (role: Post['role'], unit: number, more = {}, name?: string) =>
    roster.post(roster.person(name), role, unit, more);
  const office = officeOf(shape.code);
  const clerk = appoint('COUNTY_CLERK', office);
  const director = appoint('COUNTY_DIRECTOR', office);
  const leaders = LEADERS.map(({ name, level }) => appoint('LEADER', office, { leaderLevel: level }, name).person);
  for (const role of ['ANALYST', 'DISCIPLINE_CLERK', 'ADMIN'] as const) appoint(role, office);

  const places = [placeRow(shape, office, shape.name, shape.name, 'COUNTY', null)];
  const units = [unitRow(shape, office, `${shape.name}群工办`, 'COUNTY_OFFICE', null, director.person)];
  const villages: Village[] = [];
  const names = shuffled(random, VILLAGE_NAMES);
  for (let t = 1; t <= NETWORK.townships; t++) {
    const station = stationOf(shape.code, t);
    const township = `${VILLAGE_ROOTS[t * 3]}镇`;
    places.push(placeRow(shape, station, township, township, 'TOWNSHIP', office));
    const head = appoint('TOWNSHIP_LEADER', station).person;
    appoint('TOWNSHIP_CLERK', station);
    units.push(unitRow(shape, station, `${township}群众工作站`, 'TOWNSHIP_STATION', office, head));
    for (let v = 1; v <= NETWORK.villages; v++) {
      const village = makeVillage(roomOf(shape.code, t, v), township, `${names.pop()}村`);
      villages.push(village);
      const fullName = `${township} ${village.name}`;
      places.push(placeRow(shape, village.code, village.name, fullName, 'VILLAGE', station));
      places.push(placeRow(shape, village.groupCode, '一组', `${fullName} 一组`, 'GROUP', village.code));
      const { person } = appoint('VILLAGE_HEAD', village.code);
      units.push(unitRow(shape, village.code, `${village.name}群众工作室`, 'VILLAGE_ROOM', station, person));
      for (let o = 1; o <= NETWORK.officers; o++)
        village.officers.push(appoint('OFFICER', village.code, { code: officerCode(t, v, o) }));
    }
  }
  const kept: Row = { county_code: shape.code, name: shape.name, office_name: `${shape.name}群工办` };
  const tables: County['tables'] = [
    ['county', [{ ...kept, digest_cycle: 'TEN_DAYS' }]],
    ['place', places],
    ['person', personRows(shape.code, roster.people)],
    ['unit', units],
    ['post', postRows(shape.code, roster.posts)],
    ['term', termRows(shape.code)],
    ...portfolioTables(shape, leaders, random),
    ['event_counter', [{ county_code: shape.code, epoch: randomUUID() }]],
  ];
  return { shape, leaders, clerk, villages, tables };
}

/** 100-0101: the first officer of a township's first village. */
const officerCode = (township: number, village: number, officer: number) =>
  `${99 + township}-${String(village * 100 + officer).padStart(4, '0')}`;

const VILLAGE_NAMES = VILLAGE_ROOTS.flatMap((root) => VILLAGE_SIDES.map((side) => `${side}${root}`));

function makeVillage(code: number, township: string, name: string): Village {
  const words = (fullName: string, own: string) => [fullName, spelled(own).pinyin, spelled(own).initials];
  return {
    code,
    groupCode: code + 1,
    name,
    placeWords: words(`${township} ${name}`, name),
    groupWords: words(`${township} ${name} 一组`, '一组'),
    officers: [],
  };
}

const placeRow = (
  { code: county_code }: CountyShape,
  code: number,
  name: string,
  full_name: string,
  level: string,
  parent_code: number | null,
): Row => ({ county_code, code, name, full_name, level, parent_code, ...spelled(name), valid_from: SINCE });

const unitRow = (
  { code: county_code }: CountyShape,
  code: number,
  name: string,
  kind: string,
  parent_code: number | null,
  principal: Person,
): Row => ({ county_code, code, name, kind, parent_code, principal_id: principal.id });

function portfolioTables({ code }: CountyShape, leaders: readonly Person[], random: Random): County['tables'] {
  const ids = PORTFOLIOS.map(() => uuidAt(random, Date.parse(SINCE)));
  const portfolios = PORTFOLIOS.map(({ name, leader }, position) => ({
    county_code: code,
    id: ids[position],
    name,
    leader_id: leaders[leader]?.id,
    leader_name: leaders[leader]?.name,
    position,
  }));
  const topics = PORTFOLIO_TOPICS.map(({ topic, at }) => ({
    county_code: code,
    topic_code: topic,
    portfolio_id: ids[at],
  }));
  return [
    ['portfolio', portfolios],
    ['portfolio_topic', topics],
  ];
}
