import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import './kept-note.css';

/** Words begun earlier stand here again: says so, and throws them away on purpose. */
export function KeptNote({ isFound, onDiscard }: { isFound: boolean; onDiscard: () => void }) {
  const { t } = useTranslation('ui');
  if (!isFound) return null;
  return (
    <p className="kept-note" role="status">
      {t('kept.found')}
      <Button type="link" size="small" onClick={onDiscard}>
        {t('kept.discard')}
      </Button>
    </p>
  );
}
