export const DESK_KEYS = [
  'next',
  'previous',
  'open',
  'accept',
  'return',
  'merge',
  'urgent',
  'assign',
  'mark',
  'note',
  'urge',
  'undo',
  'select',
  'search',
  'help',
  'leave',
] as const;
export type DeskKey = (typeof DESK_KEYS)[number];

/** What is printed on the key, for the help and the tooltips. */
export const KEY_CAPS: Record<DeskKey, string> = {
  next: 'J',
  previous: 'K',
  open: 'Enter',
  accept: 'A',
  return: 'R',
  merge: 'M',
  urgent: 'U',
  assign: 'G',
  mark: 'T',
  note: 'N',
  urge: 'C',
  undo: 'Z',
  select: 'X',
  search: '/',
  help: '?',
  leave: 'Esc',
};

/** Held down, they go on. */
export const HELD: readonly DeskKey[] = ['next', 'previous'];

export const KEYS: Record<string, DeskKey> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  enter: 'open',
  a: 'accept',
  r: 'return',
  m: 'merge',
  u: 'urgent',
  g: 'assign',
  t: 'mark',
  n: 'note',
  c: 'urge',
  z: 'undo',
  x: 'select',
  '/': 'search',
  '?': 'help',
  '？': 'help',
  escape: 'leave',
};
