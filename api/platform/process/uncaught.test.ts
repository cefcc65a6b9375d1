import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';
import { Budget } from '../gate/budget.ts';
import { breakOff } from './uncaught.ts';

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

const SCRIPT = `
import http from 'node:http';
import { carryOn, onBehalfOf } from ${JSON.stringify(path.join(import.meta.dirname, 'uncaught.ts'))};
const told = [];
carryOn({ fatal: ({ err }) => told.push(err.message) });
const server = http.createServer((request, response) => onBehalfOf({ breakOff: () => response.end('broken off') }, () => {
  if (request.url === '/throw') setImmediate(() => { throw new Error('thrown'); });
  else if (request.url === '/reject') void Promise.reject(new Error('rejected'));
  else response.end('here');
}));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const ask = (url) => fetch('http://127.0.0.1:' + server.address().port + url, { signal: AbortSignal.timeout(5_000) }).then((r) => r.text(), () => 'no answer');
const answers = [];
for (const url of ['/throw', '/', '/reject', '/']) answers.push(await ask(url));
console.log(JSON.stringify({ answers, told }));
process.exit(0);
`;

test('what nobody caught costs the request it belongs to, and no other', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', SCRIPT], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(JSON.parse(stdout)).toEqual({
    answers: ['broken off', 'here', 'broken off', 'here'],
    told: ['thrown', 'rejected'],
  });
});

test('an operation during which something was thrown that nobody caught is INTERNAL over HTTP, and closes its socket with 4500', async () => {
  const token = await server.signIn('clerk');
  const [client, bystander] = [new RawClient(), new RawClient()];
  for (const one of [client, bystander]) await one.open(server, { token });
  const taken = jest.spyOn(Budget.prototype, 'take').mockImplementation(async () => {
    setImmediate(() => breakOff(new Error('as the process finds it')));
    return new Promise(() => {});
  });
  const { status, body } = await server.post({ query: '{ cursor }' }, { authorization: `Bearer ${token}` });
  expect([status, body.errors[0].extensions]).toEqual([500, { code: 'INTERNAL' }]);
  client.send({ id: '1', type: 'subscribe', payload: { query: '{ cursor }' } });
  expect(await client.closed).toEqual([4500, 'Internal server error']);
  taken.mockRestore();
  bystander.send({ type: 'ping' });
  expect(await bystander.next('pong')).toEqual({ type: 'pong' });
  bystander.socket.terminate();
});
