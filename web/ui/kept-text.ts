/** Text typed into a sheet or dialog and not sent yet: whose, in which deed, on what. */
export interface TextPlace {
  personId: string;
  deed: string;
  /** The report, item, instruction … it is about; "new" where there is none yet. */
  subject: string;
}

const PREFIX = 'lxq.kept.';
const keyOf = ({ personId, deed, subject }: TextPlace) => `${PREFIX}${personId}.${deed}.${subject}`;

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
  try {
    const begin = keyOf({ personId, deed, subject: '' });
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(begin));
    return keys.map((key) => ({ personId, deed, subject: key.slice(begin.length) }));
  } catch {
    return [];
  }
}

/** Forgets what was typed by anybody but `personId`. */
export const forgetTypedBut = (personId: string) => forgetTypedOf(personId, true);

/** Forgets what was typed by `personId`, or by all others. */
export function forgetTypedOf(personId: string, areOthers = false): void {
  try {
    const own = `${PREFIX}${personId}.`;
    for (const key of Object.keys(localStorage))
      if (key.startsWith(PREFIX) && key.startsWith(own) !== areOthers) localStorage.removeItem(key);
  } catch {
    // Where storage is refused there is nothing to forget.
  }
}
