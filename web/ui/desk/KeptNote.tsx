import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './kept-note.css';

/** Words begun earlier stand here again: says so, and throws them away on purpose. */
export function KeptNote({ isFound, onDiscard }: { isFound: boolean; onDiscard: () => void }) {
  const { t } = useTranslation('ui');
  const [isShown, setShown] = useState(isFound);
  if (!isShown) return null;
  const discard = () => {
    setShown(false);
    onDiscard();
  };
  return (
    <p className="kept-note" role="status">
      {t('kept.found')}
      <Button type="link" size="small" onClick={discard}>
        {t('kept.discard')}
      </Button>
    </p>
  );
}
