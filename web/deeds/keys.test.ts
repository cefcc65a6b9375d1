import { expect, test } from '@jest/globals';
import { type KeyPress, keyOf } from './keys.ts';

const keys = {
  table: { a: 'accept', r: 'return', j: 'next', arrowdown: 'next', enter: 'open' },
  held: ['next'],
} as const;
const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  isComposing: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  target: { tagName: 'BODY' },
  ...more,
});

test('letters mean the same with caps lock on', () => {
  expect(keyOf(keys, press('a'))).toBe('accept');
  expect(keyOf(keys, press('A'))).toBe('accept');
});

test('keys are inert while an input method composes', () => {
  expect(keyOf(keys, press('a', { isComposing: true }))).toBeUndefined();
  expect(keyOf(keys, press('a', { keyCode: 229 }))).toBeUndefined();
  expect(keyOf(keys, press('Process'))).toBeUndefined();
});

test('keys are inert in a field but not on a ticked box', () => {
  expect(keyOf(keys, press('r', { target: { tagName: 'TEXTAREA' } }))).toBeUndefined();
  expect(keyOf(keys, press('r', { target: { tagName: 'INPUT', type: 'text' } }))).toBeUndefined();
  expect(keyOf(keys, press('r', { target: { tagName: 'DIV', isContentEditable: true } }))).toBeUndefined();
  expect(keyOf(keys, press('j', { target: { tagName: 'INPUT', type: 'checkbox' } }))).toBe('next');
});

test('the browser keeps its own shortcuts', () => {
  expect(keyOf(keys, press('r', { ctrlKey: true }))).toBeUndefined();
  expect(keyOf(keys, press('a', { metaKey: true }))).toBeUndefined();
});

test('Enter on a button presses the button', () => {
  expect(keyOf(keys, press('Enter', { target: { tagName: 'BUTTON' } }))).toBeUndefined();
  expect(keyOf(keys, press('Enter'))).toBe('open');
});

test('arrows walk the list from a link or button, and stay with tabs, menus and choices', () => {
  for (const target of [{ tagName: 'A' }, { tagName: 'BUTTON' }, { tagName: 'TR' }])
    expect(keyOf(keys, press('ArrowDown', { target }))).toBe('next');
  for (const target of [
    { tagName: 'LI', role: 'menuitem' },
    { tagName: 'INPUT', type: 'radio' },
  ])
    expect(keyOf(keys, press('ArrowDown', { target }))).toBeUndefined();
});

test('a key held down walks on but accepts once', () => {
  expect(keyOf(keys, press('j', { repeat: true }))).toBe('next');
  expect(keyOf(keys, press('a', { repeat: true }))).toBeUndefined();
});
