import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const SCRIPT = `
import http from 'node:http';
import { carryOn } from ${JSON.stringify(path.join(import.meta.dirname, 'uncaught.ts'))};
const told = [];
carryOn({ fatal: ({ err }) => told.push(err.message) });
const server = http.createServer((request, response) => {
  if (request.url === '/throw') setImmediate(() => { throw new Error('thrown'); });
  else if (request.url === '/reject') void Promise.reject(new Error('rejected'));
  else response.end('here');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const ask = (url) => fetch('http://127.0.0.1:' + server.address().port + url, { signal: AbortSignal.timeout(500) }).then((r) => r.text(), () => 'no answer');
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
    answers: ['no answer', 'here', 'no answer', 'here'],
    told: ['thrown', 'rejected'],
  });
});
