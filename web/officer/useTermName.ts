import { useTranslation } from 'react-i18next';

/** A dictionary entry's name in the language of the screen. */
export function useTermName() {
  const { i18n } = useTranslation();
  return ({ name, nameEn }: { name: string; nameEn: string }) => (i18n.language === 'en' && nameEn ? nameEn : name);
}
