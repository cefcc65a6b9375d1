import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { onServer } from '@lxq/db/database.ts';
import { median } from '@lxq/e2e/median.ts';
import type pg from 'pg';
import { cpuOf, cpuOfPostgres, postmasterOf } from '../cpu.ts';
import { type Level, levelsOf } from '../levels.ts';
import { type Shot, shoot } from '../load.ts';
import { type Figure, interleave, type Measure, ratios, type Served } from '../measure.ts';
import { installPostgraphile, startPeer } from '../peers/peers.ts';

export const CONNECTIONS = 16;
const ROUNDS = 9;
const SECONDS = 4;
/** Until hardly anything is compiled any more (--trace-opt); the same for all. */
const WARM_SECONDS = 15;

const NEWEST = `query Newest { reports(first: 20) { edges { node { id state line urgency submittedAt content
  unit { name } township { name } reporter { name } newestInstruction { id text } } } pageInfo { hasNextPage } } reportStateCounts { state count } }`;
/** The same under the names of the platform's contract. */
const THEIRS = `query Newest { reports: allReports(first: 20, orderBy: [SUBMITTED_AT_DESC, ROW_ID_DESC]) { edges { node { id: rowId state line urgency submittedAt content
  unit: unitByCountyCodeAndUnitCode { name } township { name } reporter: postByCountyCodeAndPostId { name: personName }
  newestInstruction: instructionsByCountyCodeAndReportId(first: 1, orderBy: [INSTRUCTED_AT_DESC, ROW_ID_DESC]) { nodes { id: rowId text } } } } pageInfo { hasNextPage } }
  reportStateCounts: allPeerStateCounts { nodes { state count } } }`;
const RIGHTS = new URL('../peers/postgraphile/rights.sql', import.meta.url);

// biome-ignore lint/suspicious/noExplicitAny: three shapes of one answer
type Data = any;
interface Target extends Pick<Shot, 'url' | 'body' | 'headers'> {
  pid: number;
}
interface Contender extends Target {
  /** What it answers, in the shape of the platform's. */
  told(data: Data): { reports: Data[]; counts: Data[] };
}
/** The newest twenty with counts, asked of a process of the platform. */
export const askingOurs = ({ pid, url }: Served, token: string): Target => ({
  pid,
  url: `${url}/graphql`,
  body: JSON.stringify({ query: NEWEST }),
  headers: { authorization: `Bearer ${token}` },
});
type Name = 'ours' | 'postgraphile' | 'bare';

export const measure: Measure = {
  run: async (bench) => {
    installPostgraphile();
    const { scope, township, newest, postmaster } = await onServer(bench.adminUrl, async (admin) => {
      await admin.query(readFileSync(RIGHTS, 'utf8'));
      return { ...(await townshipOf(admin)), postmaster: await postmasterOf(admin) };
    });
    const [, county, unit, person] = scope;
    const pgSettings = { role: 'at_peer', 'peer.county': `${county}`, 'peer.unit': `${unit}`, 'peer.person': person };
    const shared = { connections: CONNECTIONS };
    const ours = await bench.serve();
    const asPeer = { ...shared, connectionString: bench.appUrl, pgSettings };
    const theirs = await startPeer('postgraphile/server.mjs', asPeer);
    const bare = await startPeer('bare.ts', { ...shared, connectionString: bench.adminUrl, scope });
    try {
      const token = await bench.token({ role: 'TOWNSHIP_CLERK', township });
      const contenders: Record<Name, Contender> = {
        ours: {
          ...askingOurs(ours, token),
          told: (data) => ({ reports: nodesOf(data.reports), counts: data.reportStateCounts }),
        },
        postgraphile: { ...theirs, body: JSON.stringify({ query: THEIRS }), told: toldByPostgraphile },
        bare: { ...bare, body: '{}', told: (data) => data },
      };
      await compare(contenders, newest);
      return await race(contenders, postmaster);
    } finally {
      await Promise.all([ours, theirs, bare].map((each) => each.stop()));
    }
  },
};

/** The first township with an instruction that it may read among its newest twenty; by chance it has none, or two. */
async function townshipOf(admin: pg.Client) {
  const { scope } = (await levelsOf(admin)).find(({ name }) => name === 'township') as Level;
  const [level, county, , person] = scope;
  const { rows } = await admin.query(
    `select u.code::float8 as unit, newest.ids from unit u, lateral (select array_agg(r.id) as ids from (
       select id from report where county_code = u.county_code and township_code = u.code and line = 'LINE' order by submitted_at desc, id desc limit 20) r) newest
     where u.county_code = $1 and u.kind = 'TOWNSHIP_STATION' and exists (select from instruction i
       where i.county_code = u.county_code and i.report_id = any(newest.ids) and i.state = 'REGISTERED' and i.responsible_unit_code = u.code)
     order by u.code limit 1`,
    [county],
  );
  assert(rows[0], 'no township has an instruction among its newest reports');
  const { unit, ids: newest } = rows[0] as { unit: number; ids: string[] };
  return { scope: [level, county, unit, person], newest, township: (unit % 1e9) / 1e6 - 99 } as const;
}

const nodesOf = ({ edges }: Data) => edges.map(({ node }: Data) => node);

const toldByPostgraphile: Contender['told'] = ({ reports, reportStateCounts }) => ({
  reports: nodesOf(reports).map((node: Data) => ({
    ...node,
    submittedAt: new Date(node.submittedAt).toISOString(),
    newestInstruction: node.newestInstruction.nodes[0] ?? null,
  })),
  counts: reportStateCounts.nodes,
});

/** Byte for byte the same rows and counts, in the same order, as the peers' and as the administrator's SQL, before anything is timed. */
async function compare(contenders: Record<Name, Contender>, newest: readonly string[]): Promise<void> {
  const answers: ReturnType<Contender['told']>[] = [];
  for (const { url, body, headers, told } of Object.values(contenders)) {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body };
    const { data, errors } = (await (await fetch(url, asked)).json()) as { data: Data; errors?: unknown };
    assert(!errors, JSON.stringify(errors));
    const { reports, counts } = told(data);
    answers.push({ reports, counts });
  }
  const [ours, ...others] = answers as [(typeof answers)[0], ...typeof answers];
  for (const other of others) assert.equal(JSON.stringify(other), JSON.stringify(ours), 'the answers differ');
  const { reports } = ours;
  assert.deepEqual(
    reports.map(({ id }) => id),
    newest,
  );
  assert(reports.length === 20 && reports.some(({ newestInstruction }) => newestInstruction), 'twenty, one instructed');
}

/** Shoots for so long; with what an answer took of the server's and of PostgreSQL's processor, in milliseconds. */
export async function shotAt({ pid, ...one }: Target, seconds: number, postmaster: number) {
  const spent = () => [cpuOf(pid), cpuOfPostgres(postmaster)] as const;
  const before = spent();
  const hits = await shoot({ ...one, connections: CONNECTIONS, seconds });
  const [server, postgres] = spent().map((now, i) => (now - (before[i] as number)) / (hits.rate * seconds));
  return { ...hits, server: server as number, postgres: postgres as number };
}

async function race(contenders: Record<Name, Contender>, postmaster: number) {
  const shot = ({ told: _, ...target }: Contender, seconds: number) => shotAt(target, seconds, postmaster);
  for (const one of Object.values(contenders)) await shot(one, WARM_SECONDS); // plans and machine code settle
  const runs = await interleave(ROUNDS, {
    ours: () => shot(contenders.ours, SECONDS),
    postgraphile: () => shot(contenders.postgraphile, SECONDS),
    bare: () => shot(contenders.bare, SECONDS),
  });
  const of = (name: Name, what: keyof (typeof runs)[Name][0]) => runs[name].map((run) => run[what]);
  const middle = (name: Name, what: Parameters<typeof of>[1], digits = 0) => median(of(name, what)).toFixed(digits);
  const told = (Object.keys(runs) as Name[]).map(
    (name) =>
      `${name} ${middle(name, 'rate')} a second, ${middle(name, 'server', 2)} + ${middle(name, 'postgres', 2)} ms of processor (server + PostgreSQL)`,
  );
  return [
    {
      measure: `newest 20 with counts, township clerk, ${CONNECTIONS} connections: throughput ÷ PostGraphile 5`,
      ...ratios(of('ours', 'rate'), of('postgraphile', 'rate')),
      reach: '≥ 2 ×',
      stretch: '≥ 2.5 ×',
      note: told.join('; '),
    },
    {
      measure: '… ÷ bare node:http and pg',
      ...ratios(of('ours', 'rate'), of('bare', 'rate')),
      reach: '≥ 0.8 ×',
      stretch: '≥ 0.95 ×',
    },
    {
      measure: '… its 99th percentile ÷ PostGraphile’s',
      ...ratios(of('ours', 'p99'), of('postgraphile', 'p99')),
      reach: '≤ 0.6 ×',
      stretch: '≤ 0.4 ×',
      note: `${middle('ours', 'p99')} ÷ ${middle('postgraphile', 'p99')} ms`,
    },
  ] satisfies Figure[];
}
