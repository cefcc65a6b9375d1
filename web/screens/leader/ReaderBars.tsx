import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { Icon } from '../../ui/phone/Icon.tsx';
import { useHeightProperty } from '../../ui/useHeightProperty.ts';
import type { LeaderIssueQuery } from './leader.generated.ts';
import css from './reader.module.css';

interface HeadProps {
  issue: LeaderIssueQuery['digest'];
  number: number;
  onContents: () => void;
}

export function ReaderHead({ issue, number, onContents }: HeadProps) {
  const { t } = useTranslation('leader');
  const issueName = useIssueName();
  const count = issue.items.length;
  return (
    <header className={css.readerHead}>
      <Link to="/leader/digests" className={css.iconButton} aria-label={t('reader.back')}>
        <Icon of="left" />
      </Link>
      <div className={css.readerName}>
        <strong>{issueName(issue)}</strong>
        <span>
          {number}/{count}
        </span>
      </div>
      <button type="button" className={css.iconButton} onClick={onContents}>
        <Icon of="list" /> {t('reader.contents')}
      </button>
      <div
        className={css.progress}
        role="progressbar"
        aria-label={t('reader.progress')}
        aria-valuenow={number}
        aria-valuemin={1}
        aria-valuemax={count}
      >
        <span style={{ width: `${(100 * number) / count}%` }} />
      </div>
    </header>
  );
}

interface BarProps {
  number: number;
  count: number;
  canInstruct: boolean;
  onTurn: (by: -1 | 1) => void;
  onInstruct: () => void;
}

/** Within the thumb's reach: back, instruct, on. */
export function ReaderBar({ number, count, canInstruct, onTurn, onInstruct }: BarProps) {
  const { t } = useTranslation('leader');
  const bar = useRef<HTMLElement>(null);
  useHeightProperty(bar, '--deeds');
  return (
    <footer className={css.readerBar} ref={bar}>
      <button type="button" className={css.turn} disabled={number <= 1} onClick={() => onTurn(-1)}>
        <Icon of="left" /> <span className={css.turnName}>{t('reader.previous')}</span>
      </button>
      {canInstruct && (
        <button type="button" className={css.instruct} onClick={onInstruct}>
          <Icon of="instruct" /> {t('instruct.deed')}
        </button>
      )}
      <button type="button" className={css.turn} disabled={number >= count} onClick={() => onTurn(1)}>
        <span className={css.turnName}>{t('reader.next')}</span> <Icon of="right" />
      </button>
    </footer>
  );
}
