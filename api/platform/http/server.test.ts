import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Fixture, manyReports, startFixture } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';

let fixture: Fixture;
let server: TestServer;
let token: string;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  token = await server.signIn('county');
  await manyReports(fixture, 'officer', 60);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const LONG = '{ reports(first: 50) { edges { node { id content topic { code name } place { code name } } } } }';

/** fetch unpacks what comes, so this asks with Node's own client. */
const ask = (query: string, accepted: string) =>
  new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'accept-encoding': accepted,
    };
    const sent = request(`${server.address}/graphql`, { method: 'POST', headers }, async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      resolve({ encoding: response.headers['content-encoding'], bytes });
    }).on('error', reject);
    sent.end(JSON.stringify({ query }));
  });

const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

test.each(['br', 'gzip'] as const)(
  'a long answer goes out as %s to whoever takes it, and says the same',
  async (encoding) => {
    const plain = await ask(LONG, 'identity');
    const packed = await ask(LONG, encoding);
    expect([plain.encoding, packed.encoding]).toEqual([undefined, encoding]);
    expect(JSON.parse(plain.bytes.toString()).data.reports.edges).toHaveLength(50);
    expect(UNPACK[encoding](packed.bytes).toString()).toBe(plain.bytes.toString());
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
  },
);

test('a short answer is not worth packing', async () => {
  expect((await ask('{ viewer { person { name } } }', 'br')).encoding).toBeUndefined();
});
