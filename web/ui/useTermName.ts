import { useTranslation } from 'react-i18next';

interface Named {
  name: string;
  nameEn: string;
}
/** The name of a dictionary entry in the language of the screen. */
export function useTermName(): (term: Named) => string {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? englishName : chineseName;
}

const englishName = ({ name, nameEn }: Named) => nameEn || name;
const chineseName = ({ name }: Named) => name;
