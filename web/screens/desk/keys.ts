export const DESK_KEYS = [
  'next',
  'previous',
  'open',
  'accept',
  'return',
  'merge',
  'urgent',
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
  undo: 'Z',
  select: 'X',
  search: '/',
  help: '?',
  leave: 'Esc',
};

const KEYS: Record<string, DeskKey> = {
  j: 'next',
  arrowdown: 'next',
  k: 'previous',
  arrowup: 'previous',
  enter: 'open',
  a: 'accept',
  r: 'return',
  m: 'merge',
  u: 'urgent',
  z: 'undo',
  x: 'select',
  '/': 'search',
  '?': 'help',
  '？': 'help',
  escape: 'leave',
};

export interface KeyPress {
  key: string;
  keyCode: number;
  isComposing: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  repeat: boolean;
  target: { tagName?: string; isContentEditable?: boolean; type?: string; role?: string | null } | null;
}

/** While an input method composes, browsers report the raw key: by flag, or by code 229 alone in Safari. */
const isComposing = (press: KeyPress): boolean => press.isComposing || press.keyCode === 229 || press.key === 'Process';
const TYPING = new Set(['INPUT', 'TEXTAREA', 'SELECT']);
const PRESSABLE = new Set(['A', 'BUTTON']);
const WALKED_ROLES = new Set(['tab', 'menuitem', 'option', 'combobox', 'radio']);
const UNTYPED_INPUTS = new Set(['checkbox', 'radio', 'button']);

/** The desk's meaning of a key press, or nothing where the key belongs to a field, a control or the browser. */
export function deskKeyOf(press: KeyPress): DeskKey | undefined {
  if (isComposing(press) || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const deed = KEYS[press.key.toLowerCase()];
  if (!deed || isTyping(press)) return undefined;
  if (press.repeat && deed !== 'next' && deed !== 'previous') return undefined;
  if (belongsToControl(press)) return undefined;
  return deed;
}

function isTyping({ target }: KeyPress): boolean {
  if (target?.isContentEditable) return true;
  const tag = target?.tagName ?? '';
  return TYPING.has(tag) && !(tag === 'INPUT' && UNTYPED_INPUTS.has(target?.type ?? ''));
}

/** Enter presses the focused button or link, arrows walk tabs, menus and choices: those stay theirs. */
function belongsToControl({ key, target }: KeyPress): boolean {
  const isWalked = WALKED_ROLES.has(target?.role ?? '') || target?.type === 'radio';
  if (key.startsWith('Arrow')) return isWalked;
  return key === 'Enter' && (isWalked || PRESSABLE.has(target?.tagName ?? '') || target?.role === 'button');
}
