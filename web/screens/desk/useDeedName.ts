import type { ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { useTranslation } from 'react-i18next';

/** What a deed is called on its button: the desk's own word, else the one that histories use. */
export function useDeedName(): (deed: ReportDeed) => string {
  const { t } = useTranslation(['desk', 'words']);
  return (deed) => t(`deed.${deed as 'archive'}`, { defaultValue: t(`words:deed.${deed}`) });
}
