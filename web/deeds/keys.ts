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

/** Keys of a screen: what each does, letters in lower case, and what goes on while its key is held down. */
export interface Keys<Name extends string> {
  table: Readonly<Record<string, Name>>;
  held: readonly Name[];
}

/** A screen's meaning of a key press, or nothing where the key belongs to a field, a control, an input method or the browser. */
export function keyOf<Name extends string>({ table, held }: Keys<Name>, press: KeyPress): Name | undefined {
  if (isComposing(press) || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const name = table[press.key.toLowerCase()];
  if (!name || isTyping(press)) return undefined;
  if (press.repeat && !held.includes(name)) return undefined;
  return belongsToControl(press) ? undefined : name;
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
