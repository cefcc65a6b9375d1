import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Change, type ChangeSource, makeStream } from './stream.ts';

/** A server whose connections the test opens, cuts and feeds. */
function makeServer() {
  const asked: (string | null)[] = [];
  const kept: string[][] = [];
  let on: Parameters<ChangeSource['subscribe']>[1] | null = null;
  let socket: Parameters<ChangeSource['watch']>[0] | null = null;
  const source: ChangeSource = {
    subscribe(after, listener) {
      asked.push(after);
      on = listener;
      return () => {
        on = null;
      };
    },
    disconnect: () => socket?.closed(),
    keep: (changes) => kept.push(changes.map(({ cursor }) => cursor)),
    watch: (watcher) => {
      socket = watcher;
    },
  };
  return {
    source,
    asked,
    kept,
    open: () => socket?.opened(),
    send: (cursor: string, kind: Change['kind'] = 'REPORT_TRIAGED') => on?.change({ cursor, kind } as Change),
    cut() {
      const ended = on?.ended;
      on = null;
      socket?.closed();
      ended?.();
    },
  };
}
const connected = (from: string | null = '1.0') => {
  const server = makeServer();
  const stream = makeStream(server.source, { random: () => 0.5, nextFrame: (then) => then() });
  const heard: string[] = [];
  stream.startFrom(from);
  const leave = stream.listen(({ cursor }) => heard.push(cursor));
  server.open();
  return { server, stream, heard, leave };
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('nobody is asked until somebody listens, and then from the place noted at sign-in', () => {
  const server = makeServer();
  const stream = makeStream(server.source);
  stream.startFrom('1.7');
  expect(server.asked).toEqual([]);
  stream.listen(() => undefined);
  expect(server.asked).toEqual(['1.7']);
  expect(stream.state()).toBe('connecting');
});

test('after a cut it goes on after the last change heard', () => {
  const { server, stream, heard } = connected();
  server.send('1.1');
  server.send('1.2');
  server.cut();
  expect(stream.state()).toBe('cut');
  jest.advanceTimersByTime(600);
  expect(server.asked).toEqual(['1.0', '1.2']);
  server.open();
  server.send('1.3');
  expect(heard).toEqual(['1.1', '1.2', '1.3']);
  expect(stream.state()).toBe('live');
});

test('a change that comes twice is heard once', () => {
  const { server, heard } = connected();
  server.send('1.1');
  server.send('1.1');
  expect(heard).toEqual(['1.1']);
});

test('changes that come within one frame are kept at once and then told one by one', () => {
  const server = makeServer();
  const frames: (() => void)[] = [];
  const stream = makeStream(server.source, { nextFrame: (then) => frames.push(then) });
  const heard: string[] = [];
  stream.startFrom('1.0');
  stream.listen(({ cursor }) => heard.push(`${cursor} after ${server.kept.length}`));
  server.open();
  server.send('1.1');
  server.send('1.2');
  expect(heard).toEqual([]);
  for (const draw of frames.splice(0)) draw();
  expect(server.kept).toEqual([['1.1', '1.2']]);
  expect(heard).toEqual(['1.1 after 1', '1.2 after 1']);
  server.send('1.3');
  expect(frames).toHaveLength(1);
});

test('a change that was under way for one person is not told to the next', () => {
  const server = makeServer();
  const frames: (() => void)[] = [];
  const stream = makeStream(server.source, { nextFrame: (then) => frames.push(then) });
  const heard: string[] = [];
  stream.startFrom('1.0');
  stream.listen(({ cursor }) => heard.push(cursor));
  server.open();
  server.send('1.1');
  stream.startFrom('2.0');
  for (const draw of frames) draw();
  expect(heard).toEqual([]);
  expect(server.kept).toEqual([]);
});

test('pauses between tries double, and the network’s return ends them', () => {
  const { server, stream } = connected();
  server.cut();
  jest.advanceTimersByTime(500);
  server.cut();
  jest.advanceTimersByTime(900);
  expect(server.asked).toHaveLength(2);
  jest.advanceTimersByTime(100);
  expect(server.asked).toHaveLength(3);
  server.cut();
  stream.hurry();
  expect(server.asked).toHaveLength(4);
});

test('two screens share one subscription, and moving between screens does not cut it', () => {
  const { server, stream, leave } = connected();
  stream.listen(() => undefined);
  leave();
  jest.advanceTimersByTime(5_000);
  expect(server.asked).toEqual(['1.0']);
  expect(stream.state()).toBe('live');
});

test('when the last screen has gone the connection goes too', () => {
  const { stream, leave } = connected();
  leave();
  jest.advanceTimersByTime(2_000);
  expect(stream.state()).toBe('idle');
});

test('another post starts from its own place in the log', () => {
  const { server, stream, heard } = connected();
  server.send('1.5');
  stream.startFrom('1.2');
  expect(server.asked).toEqual(['1.0', '1.2']);
  server.send('1.5');
  expect(heard).toEqual(['1.5', '1.5']);
});

test('an order to fetch anew is passed on and the place after it kept', () => {
  const { server, heard } = connected();
  server.send('2.9', 'RESYNC');
  server.cut();
  jest.advanceTimersByTime(600);
  expect(heard).toEqual(['2.9']);
  expect(server.asked).toEqual(['1.0', '2.9']);
});
