import { expect, test } from '@jest/globals';
import { deskKeyOf, type KeyPress } from './keys.ts';

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
  expect(deskKeyOf(press('a'))).toBe('accept');
  expect(deskKeyOf(press('A'))).toBe('accept');
});

test('keys are inert while an input method composes', () => {
  expect(deskKeyOf(press('a', { isComposing: true }))).toBeUndefined();
  expect(deskKeyOf(press('a', { keyCode: 229 }))).toBeUndefined();
  expect(deskKeyOf(press('Process'))).toBeUndefined();
});

test('keys are inert in a field but not on a ticked box', () => {
  expect(deskKeyOf(press('r', { target: { tagName: 'TEXTAREA' } }))).toBeUndefined();
  expect(deskKeyOf(press('r', { target: { tagName: 'INPUT', type: 'text' } }))).toBeUndefined();
  expect(deskKeyOf(press('r', { target: { tagName: 'DIV', isContentEditable: true } }))).toBeUndefined();
  expect(deskKeyOf(press('j', { target: { tagName: 'INPUT', type: 'checkbox' } }))).toBe('next');
});

test('the browser keeps its own shortcuts', () => {
  expect(deskKeyOf(press('r', { ctrlKey: true }))).toBeUndefined();
  expect(deskKeyOf(press('a', { metaKey: true }))).toBeUndefined();
});

test('Enter on a button presses the button', () => {
  expect(deskKeyOf(press('Enter', { target: { tagName: 'BUTTON' } }))).toBeUndefined();
  expect(deskKeyOf(press('Enter'))).toBe('open');
});

test('arrows walk the list from a link or button, and stay with tabs, menus and choices', () => {
  for (const target of [{ tagName: 'A' }, { tagName: 'BUTTON' }, { tagName: 'TR' }])
    expect(deskKeyOf(press('ArrowDown', { target }))).toBe('next');
  for (const target of [
    { tagName: 'LI', role: 'menuitem' },
    { tagName: 'INPUT', type: 'radio' },
  ])
    expect(deskKeyOf(press('ArrowDown', { target }))).toBeUndefined();
});

test('a key held down walks on but accepts once', () => {
  expect(deskKeyOf(press('j', { repeat: true }))).toBe('next');
  expect(deskKeyOf(press('a', { repeat: true }))).toBeUndefined();
});
