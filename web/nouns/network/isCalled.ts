/** Whether what is sought stands in a name, its pinyin or initials, which the server spells: no table of readings on a phone. */
export function isCalled({ name, pinyin, initials }: Record<'name' | 'pinyin' | 'initials', string>, sought: string) {
  const letters = sought.toLowerCase();
  return name.includes(sought) || pinyin.includes(letters) || initials.includes(letters);
}
