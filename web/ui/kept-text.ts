/** Text typed into a sheet or dialog and not sent yet: whose, in which deed, on what. */
export interface TextPlace {
  personId: string;
  deed: string;
  /** The report, item, instruction … it is about; "new" where there is none yet. */
  subject: string;
}

const PREFIX = 'lxq.kept.';
const ownOf = (personId: string) => `${PREFIX}${personId}.`;
const keyOf = ({ personId, deed, subject }: TextPlace) => `${ownOf(personId)}${deed}.${subject}`;

export function readTyped<T>(place: TextPlace): T | null {
  try {
    const raw = localStorage.getItem(keyOf(place));
    return raw === null ? null : (JSON.parse(raw) as T);
  } catch {
    return null;
  }
}

/** null forgets it. */
export function keepTyped<T>(place: TextPlace, value: T | null): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(place));
    else localStorage.setItem(keyOf(place), JSON.stringify(value));
  } catch {
    // A full or forbidden storage must not stop the typing; the text still stands in memory.
  }
}

/** Where a person has typed something in a deed and not sent it. */
export function placesTyped(personId: string, deed: string): TextPlace[] {
  const begin = keyOf({ personId, deed, subject: '' });
  return keysBeginning(begin).map((key) => ({ personId, deed, subject: key.slice(begin.length) }));
}

export function forgetTypedOf(personId: string): void {
  for (const key of keysBeginning(ownOf(personId))) localStorage.removeItem(key);
}

/** Deeds of phones' screens. */
const ON_PHONES = ['report', 'untold', 'instruct'];

/**
 * When `personId` signs in: what others have typed at a desk goes, because its machine may be anybody's. What they have
 * typed on a phone stays for them, as their drafts do; each reads their own alone.
 */
export function forgetDesksOfOthers(personId: string): void {
  const isOnPhone = (key: string) => ON_PHONES.includes(key.slice(PREFIX.length).split('.')[1] ?? '');
  for (const key of keysBeginning(PREFIX))
    if (!key.startsWith(ownOf(personId)) && !isOnPhone(key)) localStorage.removeItem(key);
}

/** How many texts a person has typed and not sent, in whatever deed. */
export const countTyped = (personId: string): number => keysBeginning(ownOf(personId)).length;

/** None where storage is refused. */
function keysBeginning(begin: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(begin));
  } catch {
    return [];
  }
}
