import path from 'node:path';
import { startCluster } from '@lxq/db/cluster.ts';
import pg from 'pg';
import { DATABASE, startDemo } from '../demo.ts';
import { ask, signIn } from '../platform.ts';

/** npm run measure: what search by bigrams costs on the demo county, in bytes and in milliseconds. */
const WORDS = ['机井', '路灯', '群众', '东瓜棚', 'liuwan', '2026-0159', '路灯 群众'];
const ACCOUNTS = ['county.clerk', 'township.clerk', 'officer'];
const TIMES = 21;
const QUERY =
  'query ($text: String!) { searchReports(text: $text, first: 20) { edges { node { id no excerpt place { fullName } } } } }';

const demo = await startDemo();
try {
  await printSizes(path.join(demo.folder as string, 'postgres'));
  for (const account of ACCOUNTS) await printTimes(account);
} finally {
  await demo.stop();
}

async function printSizes(dataDir: string): Promise<void> {
  const cluster = await startCluster({ dataDir }); // the one that runs already
  const client = new pg.Client(cluster.adminUrl(DATABASE));
  await client.connect();
  const { rows } = await client.query(`select
    (select count(*) from report_search)::int as reports,
    (select sum(octet_length(content)) from report)::bigint as told,
    (select sum(octet_length(haystack)) from report_search)::bigint as haystacks,
    pg_table_size('report')::bigint as report, pg_table_size('report_search')::bigint as search,
    pg_relation_size('report_search_tokens')::bigint as tokens,
    (select count(distinct token) from (select unnest(tsvector_to_array(tokens)) as token from report_search) each)::int as distinct_tokens,
    (select round(avg(length(tokens)))::int from report_search) as tokens_a_report`);
  await client.query('reindex index report_search_tokens');
  const packed = await client.query(`select pg_relation_size('report_search_tokens')::bigint as size`);
  await client.end();
  const { reports, distinct_tokens: distinct, tokens_a_report: each, ...sizes } = rows[0];
  const bytes = { ...sizes, packed: packed.rows[0].size };
  console.log(`${reports} reports, ${distinct} different bigrams, ${each} a report`);
  for (const [name, size] of Object.entries(bytes))
    console.log(`  ${name.padEnd(10)} ${(Number(size) / 1e6).toFixed(1)} MB`);
}

async function printTimes(account: string): Promise<void> {
  const token = await signIn(demo.url, account);
  console.log(`${account}: median of ${TIMES} requests over HTTP, first 20`);
  for (const text of WORDS) {
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < TIMES; i++) {
      const begun = performance.now();
      const { data } = await ask<{ searchReports: { edges: unknown[] } }>(demo.url, token, QUERY, { text });
      times.push(performance.now() - begun);
      found = data?.searchReports.edges.length ?? 0;
    }
    const median = times.sort((a, b) => a - b)[TIMES >> 1] as number;
    console.log(`  ${median.toFixed(1).padStart(7)} ms  ${String(found).padStart(2)} found  ${text}`);
  }
}
