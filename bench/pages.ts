import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { median } from '@lxq/e2e/median.ts';
import { dutiesOf } from '@lxq/schema/duties/duties.ts';
import type pg from 'pg';
import { postmasterOf } from './cpu.ts';
import { levelsOf } from './levels.ts';
import { type Bench, type Figure, interleave, ratios } from './measure.ts';
import { CONNECTIONS, shotAt } from './measures/newest.ts';
import { installPostgraphile, startPeer } from './peers/peers.ts';

const ROUNDS = 7;
const SECONDS = 3;
/** Until hardly anything is compiled any more; the same for both. */
const WARM_SECONDS = 10;
const RIGHTS = new URL('./peers/postgraphile/rights.sql', import.meta.url);

const OWN = `state title brief channel purpose isFirst receivedOn openedByName grade noticeNo sectionHead handler plan round`;
const RESULT = 'round finding body answer opinion signedByName signedAt';
const LISTS = {
  units: ['participation', 'PRIMARY_KEY_ASC', 'part since signedAt signedByName'],
  results: ['resultReport', 'ROUND_ASC', RESULT],
  signatures: ['signature', 'AT_ASC, ROW_ID_ASC', 'signsAs signerName at'],
  revisits: ['revisit', 'SCHEDULED_AT_ASC, ROW_ID_ASC', 'round kind state opinion doneByName doneAt'],
  deadlines: ['deadline', 'DUE_AT_ASC, ROW_ID_ASC', 'rule state dueAt'],
  timeline: ['audit', 'AT_ASC, ROW_ID_ASC', 'at deed actorName note'],
} as const;
const UNITS = { receiverUnit: 'Receiver', responsibleUnit: 'Responsible', sponsorUnit: 'Sponsor' } as const;
const NAMED: readonly string[] = ['units', 'revisits'];

interface Contest {
  name: string;
  ours: string;
  theirs: string;
  told(theirs: Data): Data;
}
// biome-ignore lint/suspicious/noExplicitAny: two shapes of one answer
type Data = any;

/** The same of a case from both, under the names of the platform's contract. */
const caseOf = (county: number, id: string): Contest => {
  const units = Object.keys(UNITS) as (keyof typeof UNITS)[];
  const lists = Object.entries(LISTS);
  const ours = lists.map(([field, [, , own]]) => `${field} { ${own} ${NAMED.includes(field) ? 'unit { name }' : ''} }`);
  const theirs = lists.map(
    ([field, [table, order, own]]) =>
      `${field}: ${table}(orderBy: [${order}]) { nodes { ${own} ${NAMED.includes(field) ? 'unit: unitByCountyCodeAndUnitCode { name }' : ''} } }`,
  );
  const named = units.map((unit) => `${unit}: unitByCountyCodeAnd${UNITS[unit]}UnitCode { name }`);
  return {
    name: 'a case’s page',
    ours: `{ it: case(id: "${id}") { ${OWN} place { name } ${units.map((unit) => `${unit} { name }`).join(' ')} ${ours.join(' ')} } }`,
    theirs: `{ it: caseByCountyCodeAndRowId(countyCode: ${county}, rowId: "${id}") { ${OWN} place: placeByCountyCodeAndPlaceCode { name } ${named.join(' ')} ${theirs.join(' ')} } }`,
    told: ({ it }) => ({ it: { ...it, ...Object.fromEntries(lists.map(([field]) => [field, it[field].nodes])) } }),
  };
};
/** Without what is owed of: beside its own rows PostGraphile reads every matter that there is, which is no contest. */
const DUTIES: Contest = {
  name: 'the duty list without its matters',
  ours: `{ duties(first: 20) { totalCount edges { node { id rule state dueAt } } pageInfo { hasNextPage } } }`,
  theirs: `{ duties: allPeerDuties(first: 20, orderBy: [DUE_AT_ASC, ROW_ID_ASC]) { totalCount edges { node { id: rowId rule state dueAt } } pageInfo { hasNextPage } } }`,
  told: (theirs) => theirs,
};
/** Both write an instant their own way. */
const sameInstants = (data: Data): string =>
  JSON.stringify(data, (_key, value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).toISOString() : value,
  );

/** A township clerk opens a case and the duty list, here and with PostGraphile 5; that both answer the same is looked at first. */
export async function racePages(bench: Bench, admin: pg.Client): Promise<Figure[]> {
  installPostgraphile();
  await admin.query(readFileSync(RIGHTS, 'utf8'));
  const level = (await levelsOf(admin)).find(({ name }) => name === 'township');
  assert(level);
  const [, county, unit, person] = level.scope;
  const { rows } = await admin.query(
    `select c.id from cases c join participation p on p.county_code = c.county_code and p.subject_id = c.id and p.unit_code = $2
     where c.county_code = $1 and c.state = 'CLOSED' order by c.opened_at desc, c.id desc limit 1`,
    [county, unit],
  );
  const pgSettings = {
    ...{ role: 'at_peer', 'peer.county': `${county}`, 'peer.unit': `${unit}`, 'peer.person': person },
    'peer.rules': dutiesOf('TOWNSHIP_CLERK').join(','),
  };
  const postmaster = await postmasterOf(admin);
  const ours = await bench.serve();
  const theirs = await startPeer('postgraphile/server.mjs', {
    ...{ connections: CONNECTIONS, connectionString: bench.appUrl, pgSettings },
  });
  try {
    const token = await bench.token({ role: 'TOWNSHIP_CLERK' });
    const figures: Figure[] = [];
    for (const contest of [caseOf(county, rows[0].id), DUTIES]) {
      const target = { url: `${ours.url}/graphql`, pid: ours.pid, headers: { authorization: `Bearer ${token}` } };
      const both = {
        ours: { ...target, body: JSON.stringify({ query: contest.ours }) },
        theirs: { ...theirs, headers: {}, body: JSON.stringify({ query: contest.theirs }) },
      };
      assert.deepEqual(
        JSON.parse(sameInstants(contest.told(await answerOf(both.theirs)))),
        JSON.parse(sameInstants(await answerOf(both.ours))),
      );
      figures.push(await race(contest.name, both, postmaster));
    }
    return figures;
  } finally {
    await Promise.all([ours, theirs].map((each) => each.stop()));
  }
}

type Target = Parameters<typeof shotAt>[0];
async function answerOf({ url, headers, body }: Target): Promise<Data> {
  const asked = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const { data, errors } = (await asked.json()) as { data: Data; errors?: unknown };
  assert(!errors, JSON.stringify(errors));
  return data;
}

async function race(
  name: string,
  { ours, theirs }: Record<'ours' | 'theirs', Target>,
  postmaster: number,
): Promise<Figure> {
  for (const one of [ours, theirs]) await shotAt(one, WARM_SECONDS, postmaster);
  const runs = await interleave(ROUNDS, {
    ours: () => shotAt(ours, SECONDS, postmaster),
    theirs: () => shotAt(theirs, SECONDS, postmaster),
  });
  const rate = (who: keyof typeof runs) => runs[who].map((run) => run.rate);
  const told = (who: keyof typeof runs) =>
    `${median(rate(who)).toFixed(0)} a second, ${median(runs[who].map(({ server }) => server)).toFixed(2)} + ${median(runs[who].map(({ postgres }) => postgres)).toFixed(2)} ms of processor`;
  return {
    measure: `${name}, township clerk, ${CONNECTIONS} connections: throughput ÷ PostGraphile 5`,
    ...ratios(rate('ours'), rate('theirs')),
    reach: '≥ 2 ×',
    stretch: '≥ 2.5 ×',
    note: `ours ${told('ours')}; postgraphile ${told('theirs')} (server + PostgreSQL)`,
  };
}
