import { REMINDED } from '@lxq/schema/deadlines/deadline-states.ts';
import { DUTIFUL } from '@lxq/schema/duties/duties.ts';
import { SIGNERS } from '@lxq/schema/signing/signing-kinds.ts';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.ts';
import { DutyList, RemindedList } from '../duties/DutyList.tsx';
import { SigningList } from './SigningList.tsx';

const CARD = 'as-panel own-tasks';

/** What waits for the viewer: what the post has to do by when, what it was reminded of, and what is to be signed. */
export function OwnTasks() {
  const { t } = useTranslation(['duties', 'signing']);
  const { role } = useViewer().post;
  return (
    <>
      {DUTIFUL.includes(role) && (
        <section className={CARD}>
          <h2>{t('duties:title')}</h2>
          <DutyList />
        </section>
      )}
      {REMINDED.includes(role) && <RemindedList className={CARD} />}
      {SIGNERS.includes(role) && (
        <section className={CARD}>
          <h2>{t('signing:title')}</h2>
          <SigningList />
        </section>
      )}
    </>
  );
}
