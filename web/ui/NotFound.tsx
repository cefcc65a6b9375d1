import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from './Notice.tsx';

export function NotFound({ isPage = false }: { isPage?: boolean }) {
  const { t } = useTranslation();
  return (
    <Notice figure="question" title={t('notFound')} isPage={isPage}>
      <Link to="/">{t('home')}</Link>
    </Notice>
  );
}
