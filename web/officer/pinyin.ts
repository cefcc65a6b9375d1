type Match = typeof import('pinyin-match')['default'];

let match: Match | undefined;

/** Its table takes a phone longer to set up than the form takes to be drawn; a sheet of names is opened later. */
export async function fetchPinyin(): Promise<void> {
  match ??= (await import('pinyin-match')).default;
}

/** Whether a name holds what is sought, as written or by its pinyin and initials. */
export const soundsLike = (name: string, sought: string): boolean =>
  name.includes(sought) || (match !== undefined && match.match(name, sought) !== false);
