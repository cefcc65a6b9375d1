import { REVISITS_TO_DO } from '@lxq/schema/revisits/revisit-states.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DeadlineMark } from '../../../nouns/deadlines/DeadlineMark.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { matterOf } from './matterOf.ts';
import { RevisitTags } from './RevisitTags.tsx';
import type { RevisitLineFragment } from './revisits.generated.ts';

interface Props {
  rows: readonly RevisitLineFragment[];
  current: string | undefined;
  addressOf: (id: string) => string;
}

/** One card each: of what it is, who handled it, since when it waits and until when it may; pressed anywhere it opens. */
export function RevisitList({ rows, current, addressOf }: Props) {
  return (
    <ol className="as-list revisit-list">
      {rows.map((row) => (
        <Card key={row.id} revisit={row} isCurrent={row.id === current} to={addressOf(row.id)} />
      ))}
    </ol>
  );
}

function Card({ revisit, isCurrent, to }: { revisit: RevisitLineFragment; isCurrent: boolean; to: string }) {
  const { t } = useTranslation('revisits');
  const { unit, scheduledAt, attempts } = revisit;
  const matter = matterOf(revisit);
  const running = revisit.deadlines.filter(({ metAt, droppedAt }) => !metAt && !droppedAt);
  const isToDo = REVISITS_TO_DO.includes(revisit.state);
  return (
    <li className={isCurrent ? 'as-panel revisit-card revisit-current' : 'as-panel revisit-card'}>
      <div className="as-wrap revisit-head">
        <RevisitTags revisit={revisit} />
        {attempts.length > 0 && <Tag>{t('tried', { count: attempts.length })}</Tag>}
        {running.map((each) => (
          <DeadlineMark key={each.id} deadline={each} />
        ))}
      </div>
      <Link to={to} className="revisit-title" aria-current={isCurrent ? 'true' : undefined}>
        {matter ? `${matter.no} ${matter.title}` : t('matterGone')}
      </Link>
      <p className="as-wrap revisit-foot">
        {matter?.responsibleUnit && <span>{t('handledBy', { unit: matter.responsibleUnit.name })}</span>}
        <span>{t('revisitedBy', { unit: unit.name })}</span>
        <span>
          {t('fact.since')} <RelativeTime at={scheduledAt} />
        </span>
      </p>
      <span className={isToDo ? 'revisit-go revisit-go-now' : 'revisit-go'} aria-hidden>
        {t(isToDo ? 'begin' : 'look')}
      </span>
    </li>
  );
}
