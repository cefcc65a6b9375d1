import { useTranslation } from 'react-i18next';

/** "30户，95人", or that nothing was given. */
export function useScale() {
  const { t, i18n } = useTranslation('officer');
  return (households: number | null, people: number | null): string => {
    const parts = [
      households !== null && t('check.households', { count: households }),
      people !== null && t('check.people', { count: people }),
    ].filter((part) => part !== false);
    return parts.length === 0 ? t('check.scaleNone') : parts.join(i18n.language === 'en' ? ', ' : '，');
  };
}
