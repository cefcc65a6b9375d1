import { parse } from 'graphql';
import { noteOperation, startWatchdog } from '../platform/process/watchdog.ts';

/*
 * A process whose event loop is blocked, for watchdog.test.ts: it computes, or waits, for so many milliseconds in one turn.
 */
export type Blocking = [kind: 'computes' | 'waits', ms: `${number}`];

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const [kind, ms] = process.argv.slice(2) as Blocking;
startWatchdog({ toldAfterMs: 200, endedAfterMs: 3_000 });
await new Promise((resolve) => setTimeout(resolve, 1_000)); // until the thread watches
noteOperation(parse('query Before { cursor }'));
noteOperation(parse('query Endless { cursor }'));
if (kind === 'waits') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(ms));
else for (const end = processorMs() + Number(ms); processorMs() < end; );
await new Promise((resolve) => setTimeout(resolve, 500));
process.stdout.write('went on\n');
process.exit(0);
