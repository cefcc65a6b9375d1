import { useTranslation } from 'react-i18next';

/** Words in a row, parted as the language parts them. */
export function useJoined(): (words: readonly string[]) => string {
  const { resolvedLanguage } = useTranslation().i18n;
  return (words) => words.join(resolvedLanguage === 'en' ? ', ' : '、');
}
