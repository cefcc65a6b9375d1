import { chosenLanguage } from '../i18n/language.ts';

/** A count as every screen prints it: 15,116. In sentences `{{count, number}}` gives the same. */
export function countText(count: number): string {
  return count.toLocaleString(chosenLanguage.get());
}
