import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import type { Blocking } from '../../testing/blocked.ts';

/** What a process says, and how it ends, that blocks its event loop so long. */
async function blocked(...how: Blocking): Promise<{ said: string; signal: string | null }> {
  const script = fileURLToPath(new URL('../../testing/blocked.ts', import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', script, ...how], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  const signal = await new Promise<string | null>((resolve) => child.once('close', (_, by) => resolve(by)));
  return { said, signal };
}
const lines = (said: string) => said.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
const ENDLESS = [expect.stringMatching(/^[0-9a-f]{12} Endless$/), expect.stringMatching(/^[0-9a-f]{12} Before$/)];

/** It takes no processor: the others compute meanwhile. */
const asleep = blocked('waits', '5000');

test('a turn without end is told with its operation, and ends the process', async () => {
  const { said, signal } = await blocked('computes', '60000');
  expect(lines(said)).toEqual([
    expect.objectContaining({ level: 50, msg: 'the event loop is blocked', operations: ENDLESS }),
    expect.objectContaining({ level: 60, operations: ENDLESS, processorMs: expect.any(Number) }),
  ]);
  expect(signal).toBe('SIGKILL');
});

test('a long turn is told, and the process goes on', async () => {
  const { said, signal } = await blocked('computes', '1000');
  expect(lines(said)).toMatchObject([{ msg: 'the event loop is blocked', operations: ENDLESS }]);
  expect([signal, said]).toEqual([null, expect.stringContaining('went on')]);
});

test('a process that stood still without computing, as in a machine asleep, is left alone', async () => {
  expect(await asleep).toEqual({ said: 'went on\n', signal: null });
});
