import { expect, test } from '@jest/globals';
import { draftText, newDraft, type PhraseWords, withOpenDue } from './instructionDraft.ts';

const words: PhraseWords = (phrase, unit) => `${phrase}: ${unit?.name ?? '有关单位'}`;
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

test('each sheet has its own client id', () => {
  expect(newDraft(bureau, monday).clientId).not.toBe(newDraft(bureau, monday).clientId);
});

test('a draft left lying past its due day gets a new one', () => {
  const draft = newDraft(bureau, monday);
  expect(withOpenDue(draft, monday)).toEqual(draft);
  expect(withOpenDue(draft, Date.parse('2026-12-07T02:00:00Z'))).toEqual({ ...draft, dueOn: '2026-12-14' });
});
