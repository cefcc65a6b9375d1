import { CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';

/** What empties a field: the library's button has no name of its own. */
export function ClearIcon() {
  const { t } = useTranslation('ui');
  return (
    <>
      <CloseCircleFilled aria-hidden />
      <span className="sr-only">{t('clear')}</span>
    </>
  );
}
