import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { SERVER_LIMITS } from '@lxq/schema/server-limits.ts';
import { rememberDevice, rememberedDevice } from './gate.ts';
import { type Comer, comerOf, Pace } from './pace.ts';
import { unitsOf } from './paced.ts';

const { pace: limit } = SERVER_LIMITS;
const RATE = 100;
/** Units that may come at once. */
const AHEAD = (RATE * limit.aheadMs) / 1_000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const person = (personId: string): Comer => comerOf({ personId }, null);
const address = (block: string): Comer => comerOf(null, block);
const open = () => ({ destroyed: false, destroy: jest.fn<() => never>() });

/** Those who come and those who got in, or were sent away. */
class Door {
  readonly pace = new Pace(RATE);
  readonly inside: string[] = [];
  readonly refused: string[] = [];
  come(name: string, comer: Comer, { units = 1, stream = open() } = {}): void {
    const waiting = this.pace.enter(comer, units, stream);
    if (!waiting) this.inside.push(name);
    else
      waiting.then(
        () => this.inside.push(name),
        (error) => this.refused.push(`${name} ${error.code} ${error.detail.retryAfter}`),
      );
  }
  flood(count: number, comer: Comer, options = {}): void {
    for (let i = 0; i < count; i++) this.come(comer.key, comer, options);
  }
}

describe('what one person takes up', () => {
  test('comes in at once up to five seconds’ worth, then at the rate, in the order in which it came', async () => {
    const door = new Door();
    door.flood(AHEAD + 1, person('a'));
    expect(door.inside).toHaveLength(AHEAD + 1);
    for (const name of ['first', 'second', 'third']) door.come(name, person('a'), { units: RATE / 10 });
    expect(door.inside).toHaveLength(AHEAD + 1);
    await jest.advanceTimersByTimeAsync(40);
    expect(door.inside.slice(AHEAD + 1)).toEqual(['first']);
    await jest.advanceTimersByTimeAsync(100);
    expect(door.inside.slice(AHEAD + 1)).toEqual(['first', 'second']);
    await jest.advanceTimersByTimeAsync(100);
    expect(door.inside.slice(AHEAD + 1)).toEqual(['first', 'second', 'third']);
  });
  test('delays nobody else', () => {
    const door = new Door();
    door.flood(AHEAD + 30, person('a'));
    door.come('another', person('b'));
    door.come('a stranger', address('192.0.2.1'));
    expect(door.inside.slice(-2)).toEqual(['another', 'a stranger']);
  });
  test('is counted with what it turned out to cost', () => {
    const door = new Door();
    door.come('a', person('a'));
    door.pace.charge(person('a'), AHEAD + 1);
    door.come('again', person('a'));
    expect(door.inside).toEqual(['a']);
  });
  test('costs nothing when they have hung up before their turn', async () => {
    const door = new Door();
    door.flood(AHEAD + 1, person('a'));
    const gone = { ...open(), destroyed: true };
    for (let i = 0; i < 5; i++) door.come('gone', person('a'), { units: RATE, stream: gone });
    door.come('still there', person('a'));
    await jest.advanceTimersByTimeAsync(60);
    expect(door.inside.at(-1)).toBe('still there');
    expect(door.inside).not.toContain('gone'); // or they would be worked on for nothing
  });
  test('is owed for a while only, however much comes in before it is known what it costs', async () => {
    const door = new Door();
    for (let i = 0; i < AHEAD; i++) door.come('a', person('a'));
    for (let i = 0; i < AHEAD; i++) door.pace.charge(person('a'), 200);
    door.come('later', person('a'));
    await jest.advanceTimersByTimeAsync(limit.owedMs - limit.aheadMs - 100);
    expect(door.inside.at(-1)).toBe('a');
    await jest.advanceTimersByTimeAsync(200);
    expect(door.inside.at(-1)).toBe('later');
  });
  test('is told to come back when too much of it waits, drawn by lot, not at once, and hung up on beyond that', async () => {
    const door = new Door();
    door.flood(AHEAD + 1, person('a'));
    const before = door.inside.length;
    const stream = open();
    door.flood(limit.waiting + limit.refused, person('a'), { units: RATE * 100, stream });
    expect(stream.destroy).not.toHaveBeenCalled();
    door.flood(3, person('a'), { stream });
    expect(stream.destroy).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(limit.refusalMs - 100);
    expect(door.refused).toEqual(Array(3).fill('person a BUSY 5'));
    await jest.advanceTimersByTimeAsync(200);
    expect(door.refused).toHaveLength(limit.refused + 3);
    expect(door.inside.length - before).toBeLessThanOrEqual(3);
  });
  test('keeps nobody out who comes after it, nor lets whoever came first stay', async () => {
    const door = new Door();
    door.flood(AHEAD + 1, person('a'));
    for (let i = 0; i < limit.waiting; i++) door.come('first', person('a'), { units: RATE * 100 });
    for (let i = 0; i < limit.refused; i++) door.come('last', person('a'), { units: RATE * 100 });
    await jest.advanceTimersByTimeAsync(limit.refusalMs + 100);
    expect(new Set(door.refused)).toEqual(new Set(['first BUSY 5', 'last BUSY 5']));
  });
});

describe('strangers', () => {
  test('of all addresses share a rate, and go round by address', async () => {
    const door = new Door();
    for (let i = 0; i < 8; i++) door.flood(AHEAD, address(`192.0.2.${i}`));
    const at = door.inside.length;
    expect(at).toBe(limit.strangers * AHEAD + 1);
    door.come('somebody', address('198.51.100.9'));
    door.come('a colleague', person('b'));
    expect(door.inside.at(-1)).toBe('a colleague');
    await jest.advanceTimersByTimeAsync(100);
    expect(door.inside.slice(at)).toContain('somebody');
  });
  test('with the longest bodies keep an address that comes after them no longer than short ones would', async () => {
    const door = new Door();
    for (let i = 0; i < 60; i++)
      door.flood(3, address(`192.0.2.${i}`), { units: unitsOf({ headers: {}, method: 'POST' }) });
    door.come('somebody', address('198.51.100.9'));
    await jest.advanceTimersByTimeAsync((61 * limit.most * 1_000) / (RATE * limit.strangers) + 100);
    expect(door.inside).toContain('somebody');
  });
  test('of one address keep no other waiting for long, however dear what they ask for turns out to be', async () => {
    const door = new Door();
    const [one, other] = [address('192.0.2.1'), address('198.51.100.9')];
    door.flood(AHEAD, one);
    for (let i = 0; i < AHEAD; i++) door.pace.charge(one, 200);
    door.come('somebody', other);
    await jest.advanceTimersByTimeAsync(limit.owedMs - limit.aheadMs + 100);
    expect(door.inside).toContain('somebody');
  });
  test('who turn out to be known have taken nothing of the others’ share', () => {
    const door = new Door();
    for (let i = 0; i < 3 * AHEAD; i++) {
      door.come('known', address('192.0.2.1'));
      door.pace.recognise(address('192.0.2.1'), person(`p${i % 10}`), 1);
    }
    expect(door.inside).toHaveLength(3 * AHEAD);
  });
});

test('the marks of one person’s devices, however many they collect, are one comer, apart from others’ and from their own', () => {
  for (const [mark, personId] of Object.entries({ m1: 'a', m2: 'a', m3: 'b' })) rememberDevice(mark, personId);
  const [one, two, others] = ['m1', 'm2', 'm3'].map((mark) => comerOf(null, '192.0.2.1', rememberedDevice([mark])));
  expect(two).toEqual(one);
  expect([others?.key, person('a').key]).not.toContain(one?.key);
  expect(comerOf(null, '192.0.2.1', rememberedDevice(['unheard of']))).toEqual(address('192.0.2.1'));
});

test('comers who are long gone are forgotten', async () => {
  const door = new Door();
  for (let i = 0; i < 3_000; i++) {
    door.come('passing', address(`2001:db8:${i.toString(16)}::1`));
    await jest.advanceTimersByTimeAsync(10);
  }
  expect((door.pace as unknown as { lanes: Map<string, unknown> }).lanes.size).toBeLessThan(1_100);
});

test('whoever waits is not forgotten, however many come and go meanwhile', async () => {
  const door = new Door();
  for (let i = 0; i < 8; i++) door.flood(AHEAD, address(`192.0.2.${i}`));
  door.come('somebody', address('198.51.100.9'));
  for (let i = 0; i < 1_000; i++) door.come('passing', person(`p${i}`));
  expect(door.inside).not.toContain('somebody');
  await jest.advanceTimersByTimeAsync(100);
  expect(door.inside).toContain('somebody');
});

test.each([
  [{ 'content-length': '999999999999' }, 257],
  [{}, 257],
  [{ 'content-length': '100' }, 1],
  [{ 'content-length': '8192' }, 3],
])('a request of %j is %d units: nobody owes for days what they only say that they will send', (headers, units) => {
  expect(unitsOf({ headers, method: 'POST' })).toBe(units);
});

test.each(['GET', 'HEAD'])('a %s has no body to be counted', (method) => {
  expect(unitsOf({ headers: {}, method })).toBe(1);
});
