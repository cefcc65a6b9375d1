import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.ts';
import { Popup } from '../../ui/phone/dialogs.ts';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import { IssueFiles } from './IssueFiles.tsx';
import type { LeaderIssueQuery } from './leader.generated.ts';
import css from './leader.module.css';
import sheet from './sheet.module.css';
import { useWide } from './useWide.ts';

interface Props {
  issue: LeaderIssueQuery['digest'];
  number: number;
  isOpen: boolean;
  onClose: () => void;
  onOpen: (number: number) => void;
}

/** The issue's contents by portfolio, one's own marked, and the issue as a file. */
export function Contents({ issue, number, isOpen, onClose, onOpen }: Props) {
  const { t } = useTranslation('leader');
  const isWide = useWide();
  useBackCloses(isOpen, onClose);
  return (
    <Popup
      visible={isOpen}
      onClose={onClose}
      position={isWide ? 'right' : 'bottom'}
      bodyClassName={isWide ? (sheet.drawerWide ?? '') : 'phone-sheet'}
    >
      <div className={sheet.contents} role="dialog" aria-modal="true" aria-label={t('reader.contents')}>
        <div className={sheet.sheetHead}>
          <h2>{t('reader.contents')}</h2>
          <button type="button" className={css.textButton} onClick={onClose}>
            {t('reader.close')}
          </button>
        </div>
        <IssueFiles id={issue.id} onClose={onClose} />
        <Entries items={issue.items} number={number} onOpen={onOpen} />
      </div>
    </Popup>
  );
}

function Entries({
  items,
  number,
  onOpen,
}: {
  items: Props['issue']['items'];
  number: number;
  onOpen: Props['onOpen'];
}) {
  const { t } = useTranslation('leader');
  const viewer = useViewer();
  return (
    <ol className="as-list">
      {items.map((item, index) => {
        const isFirst = item.portfolio?.id !== items[index - 1]?.portfolio?.id;
        const isOwn = item.portfolio?.leader.id === (viewer.standsInFor ?? viewer.person).id;
        return (
          <li key={item.id}>
            {isFirst && item.portfolio && (
              <p className={sheet.entryGroup}>
                {item.portfolio.heading} · {item.portfolio.leader.name}
                {isOwn && <span className={css.own}>{t('reader.own')}</span>}
              </p>
            )}
            <button
              type="button"
              className={index + 1 === number ? sheet.entryNow : sheet.entry}
              aria-current={index + 1 === number || undefined}
              onClick={() => onOpen(index + 1)}
            >
              <span>
                {item.number}. {item.title}
              </span>
              {item.instructions.some(({ state }) => state !== 'WITHDRAWN') && (
                <span className={css.instructed}>{t('reader.instructed')}</span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
