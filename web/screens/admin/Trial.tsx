import { useQuery } from '@apollo/client/react';
import type { NamedCalendar } from '@lxq/schema/calendar.ts';
import { dueOf } from '@lxq/schema/deadlines/deadline-due.ts';
import type { Counting } from '@lxq/schema/deadlines/deadline-rules.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ProofFacts } from '../../nouns/deadlines/ProofFacts.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { CalendarAheadDocument } from './deadlines.generated.ts';

/** What would begin today, counted as the server counts it, so that whoever sets an amount sees what it comes to. */
export function Trial({ counts, amount }: { counts: Counting; amount: number }) {
  const { t } = useTranslation('admin');
  const startedAt = useMemo(() => new Date(), []);
  const year = Number(shanghaiDay(startedAt).slice(0, 4));
  const { data } = useQuery(CalendarAheadDocument, { variables: { year, next: year + 1 } });
  if (!data) return null;
  const days = [...data.now, ...data.next];
  const calendar: NamedCalendar = {
    days: new Map(days.map(({ day, isWorkday }) => [day, isWorkday])),
    names: new Map(days.map(({ day, name }) => [day, name])),
    version: '',
  };
  const { proof } = dueOf({ counts, amount, startedAt }, calendar);
  return (
    <section className="admin-trial">
      <h2>{t('threshold.trial')}</h2>
      <ProofFacts proof={proof} isProvisional={proof.isProvisional} />
    </section>
  );
}
