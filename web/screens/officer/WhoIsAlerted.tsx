import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { DraftFields } from '../../device/draft.ts';
import { useAskedAt } from '../../device/kept-answers.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { UrgentCallsDocument } from './lists.generated.ts';

/** Whom an urgent report calls, by name, before it does: as it was when there was last a signal. */
export function WhoIsAlerted({ topic, line, urgency }: Pick<DraftFields, 'topic' | 'line' | 'urgency'>) {
  const { t } = useTranslation('officer');
  const isUrgent = urgency === 'HIGH';
  const { data } = useQuery(UrgentCallsDocument, { skip: !isUrgent });
  if (!isUrgent || !topic) return null;
  if (line === 'SEALED' || topic.isAccusation) return <Note text={t('alerted.discipline')} />;
  const leaders = data?.terms.find(({ code }) => code === topic.code)?.alertedLeaders;
  if (!leaders) return <Note text={t('alerted.unknown')} />;
  if (leaders.length === 0) return <Note text={t('alerted.nobody')} />;
  const names = leaders.map(({ name, portfolio }) => (portfolio ? t('alerted.leader', { name, portfolio }) : name));
  const words = { names: names.join(t('alerted.and')) };
  return (
    <>
      <Note text={t(leaders[0]?.portfolio ? 'alerted.inCharge' : 'alerted.everybody', words)} />
      <NamedAt />
    </>
  );
}

/** Without a signal the names are those of an earlier day. */
function NamedAt() {
  const { t } = useTranslation('officer');
  const at = useAskedAt([[UrgentCallsDocument, {}]]);
  return at === undefined ? null : <Note text={t('alerted.asOf', { time: shanghaiTime(at) })} />;
}

function Note({ text }: { text: string }) {
  return (
    <p className="field-note" role="status">
      {text}
    </p>
  );
}
