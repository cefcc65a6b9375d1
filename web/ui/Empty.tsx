import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

/** Nothing to show: says so in words, and what to do next. */
export function Empty({ text, children }: { text?: string; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Notice figure="empty" title={text ?? t('nothing')}>
      {children}
    </Notice>
  );
}
