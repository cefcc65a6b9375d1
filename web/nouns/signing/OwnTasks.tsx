import { DUTIFUL } from '@lxq/schema/duties/duties.ts';
import { SIGNERS } from '@lxq/schema/signing/signing-kinds.ts';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/session.ts';
import { DutyList } from '../duties/DutyList.tsx';
import { SigningList } from './SigningList.tsx';

/** What waits for the viewer: what the post has to do by when, and what is to be signed. */
export function OwnTasks() {
  const { t } = useTranslation(['duties', 'signing']);
  const { role } = useViewer().post;
  return (
    <>
      {DUTIFUL.includes(role) && (
        <section className="as-panel own-tasks">
          <h2>{t('duties:title')}</h2>
          <DutyList />
        </section>
      )}
      {SIGNERS.includes(role) && (
        <section className="as-panel own-tasks">
          <h2>{t('signing:title')}</h2>
          <SigningList />
        </section>
      )}
    </>
  );
}
