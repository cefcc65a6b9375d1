import { useTranslation } from 'react-i18next';
import { shanghaiClock } from '../../../ui/time.ts';
import type { AutosaveState } from './autosave.ts';
import css from './item.module.css';
import type { ItemDraft } from './itemDraft.ts';

interface Props {
  state: AutosaveState<ItemDraft>;
  onRetry: () => void;
  onMerge: () => void;
}

/** 已保存 14:05 · 保存中 · 未保存 · 重试 */
export function SaveMark({ state: { status, savedAt }, onRetry, onMerge }: Props) {
  const { t } = useTranslation('digests');
  if (status === 'saved')
    return (
      <span className={css.saved} role="status">
        {savedAt ? t('save.savedAt', { time: shanghaiClock(savedAt) }) : t('save.saved')}
      </span>
    );
  if (status === 'failed' || status === 'conflict')
    return (
      <span className={css.unsaved} role="status">
        {t('save.unsaved')}
        <button type="button" className={css.markButton} onClick={status === 'failed' ? onRetry : onMerge}>
          {status === 'failed' ? t('save.retry') : t('conflict.compare')}
        </button>
      </span>
    );
  return (
    <span className={css.saving} role="status">
      {status === 'saving' ? t('save.saving') : t('save.waiting')}
    </span>
  );
}
