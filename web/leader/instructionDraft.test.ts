import { beforeEach, expect, test } from '@jest/globals';
import { draftText, keepDraft, newDraft, type PhraseWords, readDraft, type Target } from './instructionDraft.ts';

const store = new Map<string, string>();
beforeEach(() => {
  store.clear();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, value: string) => void store.set(key, value),
      removeItem: (key: string) => void store.delete(key),
    },
  });
});

const words: PhraseWords = (phrase, unit) => `${phrase}: ${unit?.name ?? '有关单位'}`;
const target: Target = { kind: 'item', id: 'i1' };
const bureau = { code: '990101601000000', name: '水利局' };
const monday = Date.parse('2026-11-23T02:00:00Z');

test('the sheet opens with a whole instruction: words, unit and due day', () => {
  const draft = newDraft(bureau, monday);
  expect(draftText(draft, words)).toBe('handle: 水利局');
  expect(draft.dueOn).toBe('2026-11-30');
});

test('choosing another unit changes the phrase, but never the leader’s own words', () => {
  const draft = newDraft(bureau, monday);
  const other = { code: '990101602000000', name: '交通局' };
  expect(draftText({ ...draft, unit: other }, words)).toContain('交通局');
  expect(draftText({ ...draft, ownText: '请老张去看看', unit: other }, words)).toBe('请老张去看看');
});

test('each sheet has its own client id and a reload keeps it', () => {
  const draft = newDraft(bureau, monday);
  expect(newDraft(bureau, monday).clientId).not.toBe(draft.clientId);
  keepDraft(target, 'leader', { ...draft, ownText: '路要修' });
  expect(readDraft(target, 'leader', monday)).toEqual({ ...draft, ownText: '路要修' });
});

test('a draft of one leader is not shown to another on the same phone', () => {
  keepDraft(target, 'leader', newDraft(bureau, monday));
  expect(readDraft(target, 'deputy', monday)).toBeNull();
});

test('a draft left lying past its due day gets a new one', () => {
  keepDraft(target, 'leader', newDraft(bureau, monday));
  const draft = readDraft(target, 'leader', Date.parse('2026-12-07T02:00:00Z'));
  expect(draft?.dueOn).toBe('2026-12-14');
});

test('a sent draft is forgotten', () => {
  keepDraft(target, 'leader', newDraft(bureau, monday));
  keepDraft(target, 'leader', null);
  expect(readDraft(target, 'leader', monday)).toBeNull();
});

test('words broken on the disk give an empty sheet instead of an error', () => {
  store.set('lxq.instruction.leader.item.i1', '{');
  expect(readDraft(target, 'leader', monday)).toBeNull();
});
