import { useMutation } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../../ui/time.ts';
import {
  type DeadlineReminderFragment,
  type DeadlineWholeFragment,
  MarkReminderReadDocument,
} from './deadlines.generated.ts';
import './deadlines.css';

const isUnread = ({ isForViewer, readAt }: DeadlineReminderFragment) => isForViewer && !readAt;

/** When whom a deadline has reminded last; those before stand where the deadline says how it was counted. */
export function LastReminder({ deadline }: { deadline: DeadlineWholeFragment }) {
  const { t } = useTranslation('deadlines');
  const who = useReminded();
  const last = deadline.reminders.findLast(isUnread) ?? deadline.reminders.at(-1);
  if (!last) return null;
  return (
    <span className={isUnread(last) ? 'deadline-reminded deadline-unread' : 'deadline-reminded'}>
      {who(last)}
      {isUnread(last) && ` · ${t('unread')}`}
    </span>
  );
}

/** Where the thing itself is shown, whoever was reminded of it has read that. */
export function ReadReminder({ deadline }: { deadline: DeadlineWholeFragment }) {
  const [mark] = useMutation(MarkReminderReadDocument);
  useEffect(() => {
    // Not read is what it stays where it does not arrive: the next opening says it again.
    for (const { rung } of deadline.reminders.filter(isUnread))
      mark({ variables: { deadline: deadline.id, rung } }).catch(() => {});
  }, [mark, deadline]);
  return <LastReminder deadline={deadline} />;
}

/** 2026-11-30 08:30 已提醒您 */
export function useReminded(): (reminder: DeadlineReminderFragment) => string {
  const { t } = useTranslation('deadlines');
  return ({ addressee, isForViewer, sentAt }) =>
    t(isForViewer ? 'remindedYou' : 'reminded', { time: shanghaiTime(sentAt), who: t(`addressee.${addressee}`) });
}
