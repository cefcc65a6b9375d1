import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { levelsOf } from '../levels.ts';
import { type Hits, shoot } from '../load.ts';
import { type Bench, type Figure, interleave, type Measure, ratios } from '../measure.ts';
import { installPostgraphile, startPeer } from '../peers/peers.ts';

const CONNECTIONS = 16;
const ROUNDS = 5;
const SECONDS = 4;

const OURS = `query Newest { reports(first: 20) { edges { node { id state line urgency submittedAt content
  unit { name } township { name } reporter { name } newestInstruction { id text } } } pageInfo { hasNextPage } } }`;
const THEIRS = `query Newest { allReports(first: 20, orderBy: [SUBMITTED_AT_DESC, ROW_ID_DESC]) { edges { node { rowId state line urgency submittedAt content
  unitByCountyCodeAndUnitCode { name } township { name } postByCountyCodeAndPostId { personName }
  instructionsByCountyCodeAndReportId(first: 1, orderBy: [INSTRUCTED_AT_DESC, ROW_ID_DESC]) { nodes { rowId text } } } } pageInfo { hasNextPage } } }`;

interface Contender {
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
    const [level, county, unit, person] = (await levelsOf(admin)).find(({ name }) => name === 'township')?.scope ?? [
      '',
      0,
      0,
      '',
    ];
    await admin.end();
    const settings = {
      role: 'at_township',
      'app.level': level,
      'app.county': `${county}`,
      'app.unit': `${unit}`,
      'app.person': person,
    };
    const shared = { connectionString: bench.appUrl, connections: CONNECTIONS };
    const ours = await bench.serve();
    const peers = [
      await startPeer('postgraphile/server.mjs', { ...shared, pgSettings: settings }),
      await startPeer('bare.ts', { ...shared, scope: [level, county, unit, person] }),
    ] as const;
    try {
      const token = await bench.token({ role: 'TOWNSHIP_CLERK' });
      const contenders = {
        ours: {
          url: `${ours.url}/graphql`,
          body: JSON.stringify({ query: OURS }),
          headers: { authorization: `Bearer ${token}` },
        },
        postgraphile: { url: peers[0].url, body: JSON.stringify({ query: THEIRS }) },
        bare: { url: peers[1].url, body: '{}' },
      };
      await compare(contenders);
      return await race(contenders, bench);
    } finally {
      await Promise.all([ours.stop(), ...peers.map((peer) => peer.stop())]);
    }
  },
};

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

/** The same rows and counts, in the same order, before anything is timed. */
async function compare(contenders: Record<'ours' | 'postgraphile' | 'bare', Contender>): Promise<void> {
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
  if (rows.length !== 20 || !isDeepStrictEqual(rows, told) || !isDeepStrictEqual(rows, bare.reports))
    throw new Error(
      `the answers differ:\n${JSON.stringify(rows[0])}\n${JSON.stringify(told[0])}\n${JSON.stringify(bare.reports[0])}`,
    );
}

async function race(contenders: Record<'ours' | 'postgraphile' | 'bare', Contender>, bench: Bench): Promise<Figure[]> {
  const shot = (one: Contender, seconds: number) => shoot({ ...one, connections: CONNECTIONS, seconds });
  for (const one of Object.values(contenders)) await shot(one, 3); // plans and machine code settle
  const runs = await interleave<'ours' | 'postgraphile' | 'bare', Hits>(ROUNDS, {
    ours: () => shot(contenders.ours, SECONDS),
    postgraphile: () => shot(contenders.postgraphile, SECONDS),
    bare: () => shot(contenders.bare, SECONDS),
  });
  for (const [name, hits] of Object.entries(runs))
    bench.say(`  ${name}: ${hits.map(({ rate }) => rate.toFixed(0)).join(' ')} a second`);
  const rate = (name: keyof typeof runs) => runs[name].map((hits) => hits.rate);
  const p99 = (name: keyof typeof runs) => runs[name].map((hits) => hits.p99);
  const measure = `newest 20 with counts, township clerk, ${CONNECTIONS} connections`;
  return [
    {
      measure: `${measure}: throughput ÷ PostGraphile 5`,
      ...ratios(rate('ours'), rate('postgraphile')),
      unit: '×',
      bound: 'least',
      reach: 2,
      stretch: 2.5,
    },
    {
      measure: '… ÷ bare node:http and pg',
      ...ratios(rate('ours'), rate('bare')),
      unit: '×',
      bound: 'least',
      reach: 0.8,
      stretch: 0.95,
    },
    {
      measure: '… its 99th percentile ÷ PostGraphile’s',
      ...ratios(p99('ours'), p99('postgraphile')),
      unit: '×',
      bound: 'most',
      reach: 0.6,
      stretch: 0.4,
    },
  ];
}
