import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { shanghaiTime } from '../../../ui/time.ts';
import { BEFORE_CLOSING, PLACES } from './places.ts';

/** Whom the villager was or is to be asked by, and what was heard. */
export function CaseRevisits({ of: { revisits, state, round } }: { of: CaseWholeFragment }) {
  const { t } = useTranslation(['cases', 'words']);
  const isAwaited =
    BEFORE_CLOSING.includes(state) && !revisits.some((each) => each.kind === 'PRE_CLOSE' && each.round === round);
  return (
    <section id={PLACES.revisits}>
      {(isAwaited || revisits.length > 0) && <h3 className="report-heading">{t('section.revisits')}</h3>}
      <ul className="as-list case-revisits">
        {revisits.map((each) => (
          <li key={each.id}>
            <Link to={`/matters/revisits/${each.id}`}>{t(`words:revisitKind.${each.kind}`)}</Link>{' '}
            <Tag>{t(`words:revisitState.${each.state}`)}</Tag>
            <span className="case-quiet">
              {each.doneAt
                ? `${each.unit?.name ?? ''} ${each.doneByName ?? ''} ${shanghaiTime(each.doneAt)}`
                : `${each.unit?.name ?? ''} ${each.scheduledAt ? t('revisit.on', { time: shanghaiTime(each.scheduledAt) }) : ''}`}
            </span>
            {each.opinion && (
              <p className="as-verbatim">
                {each.rating
                  ? t('words:said', { of: t(`words:rating.${each.rating}`), text: each.opinion })
                  : each.opinion}
              </p>
            )}
            {each.reason && <p className="as-verbatim case-quiet">{each.reason}</p>}
          </li>
        ))}
      </ul>
      {isAwaited && <p className="case-quiet">{t('revisitsHint')}</p>}
    </section>
  );
}
