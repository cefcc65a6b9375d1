import { REVISITS_TO_DO } from '@lxq/schema/revisits/revisit-states.ts';
import { useTranslation } from 'react-i18next';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { shanghaiDay, shanghaiTime } from '../../../ui/time.ts';

/** How often somebody has tried to reach the villager, and on how many days. */
export function Attempts({ revisit: { attempts, state } }: { revisit: RevisitWholeFragment }) {
  const { t } = useTranslation(['revisits', 'words']);
  if (attempts.length === 0) return null;
  const days = new Set(attempts.map(({ at }) => shanghaiDay(at))).size;
  return (
    <section>
      <h3 className="report-heading">{t('attempts.title')}</h3>
      <ol className="as-list revisit-attempts">
        {attempts.map(({ at, method, note, byName }) => (
          <li key={at}>
            <b>{t(`words:verifiedBy.${method}`)}</b> <span className="as-verbatim">{note}</span>
            <div>{t('attempts.by', { by: byName, time: shanghaiTime(at) })}</div>
          </li>
        ))}
      </ol>
      {REVISITS_TO_DO.includes(state) && <p className="revisit-rule">{t('attempts.rule', { days })}</p>}
    </section>
  );
}
