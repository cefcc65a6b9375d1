import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { label, observe, rowsFor, tablesOf, VIEWERS } from '../sight/sight.matrix.ts';
import { may } from '../sight/sight.tables.ts';
import { type Fixture, startFixture, submitted } from './fixture.ts';
import { startServer, type TestServer } from './server.ts';

/* What the tour's examples do in the tree that they are put into (bin/tour.test.ts). */
let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const REPORT = 'mutation ($name: String!) { reportWell(name: $name) { id state version viewerCanCheckWell } }';
const WELLS =
  '($after: String) { wells(first: 2, after: $after) { edges { node { name state } } pageInfo { hasNextPage endCursor } } }';
const codeOf = ({ errors }: { errors?: readonly any[] }) => errors?.[0]?.extensions?.code;

describe('tour', () => {
  test('a clerk takes a report out of the archive, with a reason; its author may not', async () => {
    const id = await submitted(fixture, 'officer');
    await fixture.admin.query(`update report set state = 'ARCHIVED' where id = $1`, [id]);
    const ask = 'query ($id: ID!) { report(id: $id) { version viewerCanUnarchive } }';
    const { data } = await fixture.run<any>('clerk', ask, { id });
    const { version, viewerCanUnarchive } = data.report;
    const deed = `mutation ($id: ID!, $version: Int!) {
      unarchiveReport(id: $id, version: $version, reason: "反映人来电说问题没有解决") { state timeline { deed } } }`;
    expect(viewerCanUnarchive).toBe(true);
    expect(codeOf(await fixture.run('officer', deed, { id, version }))).toBe('FORBIDDEN');
    const done = await fixture.run<any>('clerk', deed, { id, version });
    expect(done.data.unarchiveReport).toMatchObject({ state: 'TRIAGED' });
    expect(done.data.unarchiveReport.timeline.at(-1)).toMatchObject({ deed: 'unarchive' });
  });

  test('a station lists its own wells in pages, the county all of them, another station none, and an officer may not', async () => {
    for (const name of ['村东大口井', '村西机井', '河滩机井']) await fixture.run('clerk', REPORT, { name });
    const list = async (account: 'clerk' | 'county' | 'otherClerk', after?: string) =>
      (await fixture.run<any>(account, `query ${WELLS}`, { after })).data.wells;
    const first = await list('clerk');
    expect(first.edges.map(({ node }: any) => node.name)).toEqual(['河滩机井', '村西机井']);
    const second = await list('clerk', first.pageInfo.endCursor);
    expect([second.edges.length, second.pageInfo.hasNextPage]).toEqual([1, false]);
    expect((await list('county')).edges).toHaveLength(2);
    expect((await list('otherClerk')).edges).toEqual([]);
    expect(codeOf(await fixture.run('officer', `query ${WELLS}`))).toBe('FORBIDDEN');
  });

  test('a listener hears of a well and sees it as it is', async () => {
    const after = (await fixture.run<any>('county', '{ cursor }')).data.cursor;
    const client = server.socket(await server.signIn('county'));
    const query = 'subscription ($after: Cursor) { changes(after: $after) { kind well { name state } } }';
    const next = client.iterate<any>({ query, variables: { after } }).next();
    await fixture.run('clerk', REPORT, { name: '学校水井' });
    const { value } = await next;
    expect(value.data.changes).toEqual({ kind: 'WELL_REPORTED', well: { name: '学校水井', state: 'REPORTED' } });
    await client.dispose();
  });

  test('who sees, adds and changes which well is what its rules say', async () => {
    const client = new pg.Client(fixture.adminUrl);
    await client.connect();
    await client.query('begin; set local session_replication_role = replica; truncate well');
    const table = (await tablesOf(client)).find(({ name }) => name === 'well');
    if (!table) throw new Error('no table of wells');
    for (const viewer of VIEWERS) {
      const deeds = ['see', 'change', 'remove', 'add'] as const;
      const allowed = rowsFor(table).flatMap((row) =>
        deeds.filter((deed) => may('well', deed, viewer, row)).map((deed) => label(deed, row)),
      );
      expect([viewer, await observe(client, table, viewer)]).toEqual([viewer, new Set(allowed)]);
    }
    await client.query('rollback');
    await client.end();
  });
});
