import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from './PlainButton.tsx';
import { UNDO_MS } from './undo-ms.ts';
import './undo-bar.css';

/** What was just taken away, while it can still be brought back. */
export function UndoBar({ words, onUndo, onOver }: { words: string; onUndo: () => void; onOver: () => void }) {
  const { t } = useTranslation();
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const timer = setTimeout(() => over.current(), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="as-ends undo-bar" role="status">
      <span>{words}</span>
      <PlainButton onClick={onUndo}>{t('undo.deed')}</PlainButton>
    </p>
  );
}
