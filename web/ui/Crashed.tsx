import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';
import { PlainButton } from './PlainButton.tsx';
import { reloadFresh } from './reload-fresh.ts';

/** A bug, or a piece of the app that could not be fetched. */
export function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const isMissingPiece = error instanceof TypeError && /import|fetch|module/i.test(error.message);
  return (
    <Notice
      figure="alert"
      role="alert"
      title={t(isMissingPiece ? 'offline' : 'crashed')}
      hint={t(isMissingPiece ? 'offlineHint' : 'crashedHint')}
    >
      <PlainButton onClick={() => void reloadFresh()}>{t('reload')}</PlainButton>
    </Notice>
  );
}
