import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Autosave } from './autosave.ts';

class Stale extends Error {}
class Refused extends Error {}

function desk(answers: Array<() => Promise<void>> = []) {
  const sent: string[] = [];
  const kept: Array<string | null> = [];
  const autosave = new Autosave<string>({
    value: '原文',
    send: (value) => {
      sent.push(value);
      return (answers.shift() ?? (() => Promise.resolve()))();
    },
    keep: (value) => kept.push(value),
    isConflict: (error) => error instanceof Stale,
    canRetry: (error) => !(error instanceof Refused),
    isSendable: (value) => value !== '',
  });
  return { autosave, sent, kept };
}
const status = (autosave: Autosave<string>) => autosave.state.status;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('typing is sent once, a second and a half after the last key', async () => {
  const { autosave, sent } = desk();
  autosave.change('甲');
  await jest.advanceTimersByTimeAsync(1000);
  autosave.change('甲乙');
  await jest.advanceTimersByTimeAsync(1499);
  expect(sent).toEqual([]);
  await jest.advanceTimersByTimeAsync(1);
  expect(sent).toEqual(['甲乙']);
  expect(status(autosave)).toBe('saved');
  expect(autosave.state.savedAt).toBeInstanceOf(Date);
});

test('leaving the field sends at once and does not send again', async () => {
  const { autosave, sent } = desk();
  autosave.change('甲');
  await autosave.flush();
  await jest.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual(['甲']);
});

test('text typed while a save is under way is kept and follows it', async () => {
  let answer = () => {};
  const { autosave, sent, kept } = desk([() => new Promise<void>((resolve) => (answer = resolve))]);
  autosave.change('甲');
  const first = autosave.flush();
  autosave.change('甲乙');
  expect(status(autosave)).toBe('saving');
  answer();
  await first;
  expect(status(autosave)).toBe('waiting');
  expect(kept.at(-1)).toBe('甲乙');
  await jest.advanceTimersByTimeAsync(1500);
  expect(sent).toEqual(['甲', '甲乙']);
  expect(kept.at(-1)).toBeNull();
});

test('two requests for one item are never in flight together', async () => {
  let answer = () => {};
  const { autosave, sent } = desk([() => new Promise<void>((resolve) => (answer = resolve))]);
  autosave.change('甲');
  void autosave.flush();
  autosave.change('乙');
  const second = autosave.flush();
  expect(sent).toEqual(['甲']);
  answer();
  await second;
  expect(sent).toEqual(['甲', '乙']);
});

test('a failed save keeps the text on the machine and tries again by itself', async () => {
  const { autosave, sent, kept } = desk([() => Promise.reject(new Error('offline'))]);
  autosave.change('甲');
  await jest.advanceTimersByTimeAsync(1500);
  expect(status(autosave)).toBe('failed');
  expect(kept.at(-1)).toBe('甲');
  await jest.advanceTimersByTimeAsync(5000);
  expect(sent).toEqual(['甲', '甲']);
  expect(status(autosave)).toBe('saved');
});

test('a conflict sends nothing more until the clerk has chosen', async () => {
  const { autosave, sent, kept } = desk([() => Promise.reject(new Stale())]);
  autosave.change('我的');
  await jest.advanceTimersByTimeAsync(1500);
  expect(status(autosave)).toBe('conflict');
  autosave.change('我的字');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual(['我的']);
  expect(kept.at(-1)).toBe('我的字');
  await autosave.resolve('合并后');
  expect(sent).toEqual(['我的', '合并后']);
  expect(status(autosave)).toBe('saved');
});

test('someone else’s version replaces untouched text and forgets what was kept', () => {
  const { autosave, kept } = desk();
  autosave.replace('对方的');
  expect(autosave.state.value).toBe('对方的');
  expect(status(autosave)).toBe('saved');
  expect(kept).toEqual([null]);
});

test('a refused save is not repeated until the clerk types again', async () => {
  const { autosave, sent } = desk([() => Promise.reject(new Refused())]);
  autosave.change('甲');
  await jest.advanceTimersByTimeAsync(120_000);
  expect(sent).toEqual(['甲']);
  autosave.change('甲乙');
  await jest.advanceTimersByTimeAsync(1500);
  expect(sent).toEqual(['甲', '甲乙']);
});

test('text that is not fit to be stored waits on the machine', async () => {
  const { autosave, sent, kept } = desk();
  autosave.change('');
  await jest.advanceTimersByTimeAsync(1500);
  expect(sent).toEqual([]);
  expect(status(autosave)).toBe('waiting');
  expect(kept).toEqual(['']);
});
