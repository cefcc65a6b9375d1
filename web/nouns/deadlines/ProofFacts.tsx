import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/Facts.tsx';
import { useJoined } from '../../ui/useJoined.ts';
import type { DeadlineProofWholeFragment } from './deadlines.generated.ts';

type Skipped = DeadlineProofWholeFragment['skipped'][number];

/** How a deadline was counted, as somebody says it who counts it again: from when, how many, past what, moved on from where. */
export function ProofFacts({ proof, isProvisional }: { proof: DeadlineProofWholeFragment; isProvisional: boolean }) {
  const { t } = useTranslation('deadlines');
  const joined = useJoined();
  const { counts, counted, from, dueOn, rolledFrom, skipped, worked } = proof;
  const isAtOnce = counts === 'WORK_DAYS' && counted === 0;
  return (
    <div className="deadline-proof">
      <p>{t(isAtOnce ? 'counted.WORK_DAYS_none' : `counted.${counts}`, { from, count: counted })}</p>
      {rolledFrom && <p>{t('rolled', { from: rolledFrom, to: dueOn })}</p>}
      <Facts
        facts={[
          [t('skipped'), skipped.length > 0 && <SkippedList skipped={skipped} />],
          [t('worked'), worked.length > 0 && joined(worked.map(({ day, name }) => `${day} ${name}`))],
          [t('dueAt'), t('endOf', { day: dueOn })],
        ]}
      />
      {isProvisional && <p className="deadline-provisional">{t('provisional')}</p>}
    </div>
  );
}

function SkippedList({ skipped }: { skipped: Skipped[] }) {
  const { t } = useTranslation('deadlines');
  return (
    <ul className="as-points">
      {skipped.map(({ from, to, why, name }) => (
        <li key={from}>
          {t(from === to ? 'day' : 'days', { day: from, from, to })} {t(why, { name: name ?? '' })}
        </li>
      ))}
    </ul>
  );
}
