import { median } from '@lxq/e2e/median.ts';
import pg from 'pg';
import { cpuOf, cpuOfPostgres, postmasterOf } from '../cpu.ts';
import { NETWORK, stationOf } from '../data/shapes.ts';
import { type Level, levelsOf } from '../levels.ts';
import { type Hits, shoot } from '../load.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { installPostgraphile, startPeer } from '../peers/peers.ts';

const CONNECTIONS = 16;
const ROUNDS = 9;
const SECONDS = 4;
/** Until hardly anything is compiled any more (--trace-opt); the same for all. */
const WARM_SECONDS = 15;

export const NEWEST = `query Newest { reports(first: 20) { edges { node { id state line urgency submittedAt content
  unit { name } township { name } reporter { name } newestInstruction { id text } } } pageInfo { hasNextPage } } reportStateCounts { state count } }`;
const THEIRS = `query Newest { allReports(first: 20, orderBy: [SUBMITTED_AT_DESC, ROW_ID_DESC]) { edges { node { rowId state line urgency submittedAt content
  unitByCountyCodeAndUnitCode { name } township { name } postByCountyCodeAndPostId { personName }
  instructionsByCountyCodeAndReportId(first: 1, orderBy: [INSTRUCTED_AT_DESC, ROW_ID_DESC]) { nodes { rowId text } } } } pageInfo { hasNextPage } } allPeerStateCounts { nodes { state count } } }`;

/**
 * PostGraphile knows settings, and no statement that seals them: it gets a role of its own that sees what a township sees, by settings
 * that nobody vouches for. What our counts read it reads as a view, with the reader's rights.
 */
const RIGHTS_FOR_POSTGRAPHILE = `
  drop view if exists peer_state_count;
  do $$
  declare
    rule record;
  begin
    if not exists (select from pg_roles where rolname = 'at_peer') then create role at_peer nologin; end if;
    grant at_peer to lxq_app;
    grant usage on schema public to at_peer;
    for rule in select tablename, qual from pg_policies where schemaname = 'public' and roles = '{at_township}' and cmd = 'SELECT' loop
      execute format('grant select on public.%I to at_peer', rule.tablename);
      execute format('drop policy if exists peer on public.%I', rule.tablename);
      execute format('create policy peer on public.%I for select to at_peer using (%s)', rule.tablename,
        replace(replace(replace(rule.qual, 'app.county_at_township()', $s$current_setting('peer.county')::int$s$),
          'app.unit()', $s$current_setting('peer.unit')::bigint$s$), 'app.person()', $s$current_setting('peer.person')::uuid$s$));
    end loop;
  end $$;
  create or replace view peer_state_count with (security_invoker) as
    select r.state, sum(r.n)::int as count
    from (select county_code, unit_code, state, n from unit_tally union all select county_code, current_setting('peer.unit')::bigint, state, n from tally_delta) r
    where r.county_code = current_setting('peer.county')::int and r.unit_code = current_setting('peer.unit')::bigint group by r.state having sum(r.n) <> 0 order by r.state;
  grant select on peer_state_count to at_peer`;

type Name = 'ours' | 'postgraphile' | 'bare';
type Row = { id: string; newestInstruction: object | null };

interface Contender {
  pid: number;
  url: string;
  body: string;
  headers?: Record<string, string>;
}

export const measure: Measure = {
  name: 'newest',
  run: async (bench: Bench): Promise<Figure[]> => {
    installPostgraphile();
    const admin = new pg.Client(bench.adminUrl);
    await admin.connect();
    const { scope } = (await levelsOf(admin)).find(({ name }) => name === 'township') as Level;
    const [level, county, , person] = scope;
    const township = await instructedTownship(admin, county);
    const unit = stationOf(county, township);
    await admin.query(RIGHTS_FOR_POSTGRAPHILE);
    const postmaster = await postmasterOf(admin);
    const newest = await newestIds(admin, county, unit);
    await admin.end();
    const settings = {
      role: 'at_peer',
      'peer.county': `${county}`,
      'peer.unit': `${unit}`,
      'peer.person': person,
    };
    const shared = { connections: CONNECTIONS };
    const ours = await bench.serve();
    const peers = [
      await startPeer('postgraphile/server.mjs', { ...shared, connectionString: bench.appUrl, pgSettings: settings }),
      await startPeer('bare.ts', { ...shared, connectionString: bench.adminUrl, scope: [level, county, unit, person] }),
    ] as const;
    try {
      const token = await bench.token({ role: 'TOWNSHIP_CLERK', township });
      const contenders = {
        ours: {
          pid: ours.pid,
          url: `${ours.url}/graphql`,
          body: JSON.stringify({ query: NEWEST }),
          headers: { authorization: `Bearer ${token}` },
        },
        postgraphile: { pid: peers[0].pid, url: peers[0].url, body: JSON.stringify({ query: THEIRS }) },
        bare: { pid: peers[1].pid, url: peers[1].url, body: '{}' },
      };
      await compare(contenders, newest);
      return await race(contenders, postmaster, bench);
    } finally {
      await Promise.all([ours.stop(), ...peers.map((peer) => peer.stop())]);
    }
  },
};

/** The first township with an instruction that it may read among its newest twenty; by chance it has none, or two. */
async function instructedTownship(admin: pg.Client, county: number): Promise<number> {
  for (let township = 1; township <= NETWORK.townships; township++) {
    const unit = stationOf(county, township);
    const { rowCount } = await admin.query(
      `select from instruction where county_code = $1 and report_id = any($2) and state = 'REGISTERED' and responsible_unit_code = $3`,
      [county, await newestIds(admin, county, unit), unit],
    );
    if (rowCount) return township;
  }
  throw new Error('no township has an instruction among its newest reports');
}

async function newestIds(admin: pg.Client, county: number, unit: number): Promise<string[]> {
  const { rows } = await admin.query(
    `select id from report where county_code = $1 and township_code = $2 and line = 'LINE' order by submitted_at desc, id desc limit 20`,
    [county, unit],
  );
  return rows.map(({ id }) => id);
}

const ask = async ({ url, body, headers }: Contender) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  // biome-ignore lint/suspicious/noExplicitAny: three shapes of one answer
  const { data, errors } = (await response.json()) as any;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};

/** Byte for byte the same rows and counts, in the same order, as the peers' and as the administrator's SQL, before anything is timed. */
async function compare(contenders: Record<Name, Contender>, newest: string[]): Promise<void> {
  const [ours, theirs, bare] = await Promise.all([
    ask(contenders.ours),
    ask(contenders.postgraphile),
    ask(contenders.bare),
  ]);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const rows = ours.reports.edges.map(({ node }: any) => node);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const told = theirs.allReports.edges.map(({ node }: any) => ({
    id: node.rowId,
    state: node.state,
    line: node.line,
    urgency: node.urgency,
    submittedAt: new Date(node.submittedAt).toISOString(),
    content: node.content,
    unit: node.unitByCountyCodeAndUnitCode,
    township: node.township,
    reporter: { name: node.postByCountyCodeAndPostId.personName },
    newestInstruction:
      [...node.instructionsByCountyCodeAndReportId.nodes].map((one) => ({ id: one.rowId, text: one.text }))[0] ?? null,
  }));
  const same = [
    [rows, told, bare.reports],
    [ours.reportStateCounts, theirs.allPeerStateCounts.nodes, bare.counts],
    [rows.map(({ id }: Row) => id), newest],
  ];
  for (const [first, ...others] of same)
    for (const other of others)
      if (JSON.stringify(first) !== JSON.stringify(other))
        throw new Error(`the answers differ:\n${JSON.stringify(first)}\n${JSON.stringify(other)}`);
  if (rows.length !== 20 || !rows.some(({ newestInstruction }: Row) => newestInstruction))
    throw new Error('twenty rows, some of them with an instruction, are to be compared');
}

type Run = Hits & { server: number; postgres: number };

async function race(contenders: Record<Name, Contender>, postmaster: number, bench: Bench): Promise<Figure[]> {
  const shot = async ({ pid, ...one }: Contender, seconds: number): Promise<Run> => {
    const before = [cpuOf(pid), cpuOfPostgres(postmaster)] as const;
    const hits = await shoot({ ...one, connections: CONNECTIONS, seconds });
    const answers = hits.rate * seconds;
    const spent = (now: number, then: number) => (now - then) / answers;
    return { ...hits, server: spent(cpuOf(pid), before[0]), postgres: spent(cpuOfPostgres(postmaster), before[1]) };
  };
  for (const one of Object.values(contenders)) await shot(one, WARM_SECONDS); // plans and machine code settle
  const runs = await interleave<Name, Run>(ROUNDS, {
    ours: () => shot(contenders.ours, SECONDS),
    postgraphile: () => shot(contenders.postgraphile, SECONDS),
    bare: () => shot(contenders.bare, SECONDS),
  });
  const of = (name: Name, what: keyof Run) => runs[name].map((run) => run[what]);
  const told = (name: Name) =>
    `${name} ${median(of(name, 'rate')).toFixed(0)} a second, ${median(of(name, 'server')).toFixed(2)} + ${median(of(name, 'postgres')).toFixed(2)} ms of processor (server + PostgreSQL)`;
  bench.say(`  ${(Object.keys(runs) as Name[]).map(told).join('; ')}`);
  const measure = `newest 20 with counts, township clerk, ${CONNECTIONS} connections`;
  const least = { unit: '×', bound: 'least' } as const;
  return [
    {
      measure: `${measure}: throughput ÷ PostGraphile 5`,
      ...ratios(of('ours', 'rate'), of('postgraphile', 'rate')),
      ...least,
      reach: 2,
      stretch: 2.5,
      note: (Object.keys(runs) as Name[]).map(told).join('; '),
    },
    {
      measure: '… ÷ bare node:http and pg',
      ...ratios(of('ours', 'rate'), of('bare', 'rate')),
      ...least,
      reach: 0.8,
      stretch: 0.95,
    },
    {
      measure: '… its 99th percentile ÷ PostGraphile’s',
      ...ratios(of('ours', 'p99'), of('postgraphile', 'p99')),
      unit: '×',
      bound: 'most',
      reach: 0.6,
      stretch: 0.4,
      note: `${median(of('ours', 'p99')).toFixed(0)} ÷ ${median(of('postgraphile', 'p99')).toFixed(0)} ms`,
    },
  ];
}
