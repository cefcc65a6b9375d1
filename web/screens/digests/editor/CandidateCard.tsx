import { useDraggable } from '@dnd-kit/core';
import { Checkbox } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../../nouns/reports/StateTag.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useTermName } from '../../../ui/useTermName.ts';
import css from './cards.module.css';
import type { SourceReportFragment } from './editor.generated.ts';
import type { Basket } from './useBasket.ts';
import type { Dragged } from './useDragging.ts';

interface Props {
  report: SourceReportFragment;
  basket: Basket;
  onPeek: (report: string) => void;
}

/** One report that may be gathered: picked by its box, read by its text, dragged by either. */
export const CandidateCard = memo(function CandidateCard({ report, basket, onPeek }: Props) {
  const { t } = useTranslation('digests');
  const nameOf = useTermName();
  const data: Dragged = { kind: 'report', report };
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: `report:${report.id}`, data });
  const isPicked = basket.has(report.id);
  return (
    <li ref={setNodeRef} {...listeners} className={isDragging || isPicked ? css.cardPicked : css.card}>
      <Checkbox
        aria-label={t('candidates.pick', { no: report.no })}
        checked={isPicked}
        onChange={() => (isPicked ? basket.take([report.id]) : basket.put([report]))}
      />
      <button type="button" className={css.cardText} onClick={() => onPeek(report.id)}>
        <span className={css.cardHead}>
          <strong>{report.place.fullName}</strong>
          <span>{nameOf(report.topic)}</span>
          {report.state !== 'TRIAGED' && <StateTag state={report.state} />}
          {report.memberCount > 0 && (
            <span className={css.members}>{t('candidates.members', { count: report.memberCount })}</span>
          )}
        </span>
        <span className="as-excerpt">{report.excerpt}</span>
        <span className={css.cardFoot}>
          {report.no} · <RelativeTime at={report.submittedAt} />
          {report.setAsideReason && ` · ${t('candidates.becauseOf', { reason: report.setAsideReason })}`}
        </span>
      </button>
    </li>
  );
});
