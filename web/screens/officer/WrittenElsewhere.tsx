import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';

/** The draft is open in another tab: two texts under one name would end with one of them undelivered. */
export function WrittenElsewhere({ onTake, onAnother }: { onTake: () => void; onAnother: (() => void) | null }) {
  const { t } = useTranslation('officer');
  return (
    <Notice figure="alert" tone="wait" title={t('elsewhere')} hint={t('elsewhereHint')} role="alert">
      <PlainButton kind="primary" onClick={onTake}>
        {t('writeHere')}
      </PlainButton>
      {onAnother && <PlainButton onClick={onAnother}>{t('startAnother')}</PlainButton>}
    </Notice>
  );
}
