import { CheckCircleFilled, CloseCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import { BEFORE_CLOSING, PLACES } from './places.ts';

const GATE = ['opinion', 'revisitSheet', 'signedRESPONSIBLE', 'signedPRINCIPAL'] as const;
type Gate = (typeof GATE)[number];

/** 三不结案: what a closing cannot do without, each met or with the way to where it is. */
export function ClosingGate({ of: it }: { of: CaseWholeFragment }) {
  const { t } = useTranslation(['cases', 'words']);
  const isClosed = it.state === 'CLOSED';
  if (!isClosed && !BEFORE_CLOSING.includes(it.state)) return null;
  const isMet = (each: Gate) => isClosed || !it.closingUnmet.includes(each);
  return (
    <section className="case-gate" aria-label={t('gate.title')}>
      <h3 className="report-heading">{t('gate.title')}</h3>
      <ul className="as-list">
        {GATE.map((each) => (
          <li key={each} className={isMet(each) ? 'case-met' : 'case-unmet'}>
            {isMet(each) ? <CheckCircleFilled aria-hidden /> : <CloseCircleOutlined aria-hidden />}
            <span>{t(`words:closing.${each}`)}</span>
            <span className="case-gate-way">{isMet(each) ? t('gate.met') : <WayTo of={it} gate={each} />}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WayTo({ of: { revisits, round }, gate }: { of: CaseWholeFragment; gate: Gate }) {
  const { t } = useTranslation('cases');
  const visit = revisits.findLast((each) => each.kind === 'PRE_CLOSE' && each.round === round);
  if (gate === 'revisitSheet' && visit)
    return <Link to={`/matters/revisits/${visit.id}`}>{t('gate.missing.revisit')}</Link>;
  const at = { opinion: PLACES.results, revisitSheet: PLACES.revisits }[gate as 'opinion'] ?? PLACES.signatures;
  return <a href={`#${at}`}>{t(`gate.missing.${gate}`)}</a>;
}
