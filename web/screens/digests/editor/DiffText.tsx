import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { charDiff, foldDiff } from './charDiff.ts';
import css from './diff.module.css';

interface Props {
  before: string;
  after: string;
  /** Shows unchanged stretches in full and no summary. */
  isPlain?: boolean;
}

/** What was struck out and what was added, marked by line as well as by colour. */
export function DiffText({ before, after, isPlain = false }: Props) {
  const { t } = useTranslation('digests');
  const [isWhole, setWhole] = useState(false);
  const { parts, added, removed } = useMemo(() => charDiff(before, after), [before, after]);
  const shown = isPlain || isWhole ? parts.map((part) => ({ ...part, hidden: 0 })) : foldDiff(parts);
  const folds = shown.some(({ hidden }) => hidden > 0);
  return (
    <div>
      {!isPlain && (
        <p className={css.summary}>
          {added + removed === 0 ? t('diff.same') : t('diff.summary', { added, removed })}
          {(folds || isWhole) && (
            <button type="button" className={css.unfold} onClick={() => setWhole(!isWhole)}>
              {isWhole ? t('diff.fold') : t('diff.unfold')}
            </button>
          )}
        </p>
      )}
      <div className={css.text}>
        {shown.map(({ kind, text }, index) => {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity of their own.
          if (kind === 'added') return <ins key={index}>{text}</ins>;
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity of their own.
          if (kind === 'removed') return <del key={index}>{text}</del>;
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity of their own.
          return <span key={index}>{text}</span>;
        })}
      </div>
    </div>
  );
}
