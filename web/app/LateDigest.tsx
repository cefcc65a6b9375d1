import { REPORT_READERS } from '@lxq/schema/roles.ts';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChanges } from '../live/useChanges.ts';
import { useViewer } from '../session/session.ts';

const ALERTED = ['COUNTY_CLERK', 'COUNTY_DIRECTOR'];

/** Alerts the clerk and the director, whatever desk they are at, that the next issue is past its cycle (R32). */
export function LateDigest() {
  const { post } = useViewer();
  const mayListen = REPORT_READERS.some((role) => role === post.role);
  return mayListen ? <Listening isAlerted={ALERTED.includes(post.role)} /> : null;
}

/**
 * On every desk screen, for the line also tells that a session has ended. Of its own, because whoever may not listen (the
 * administrator) would be told for ever that the line is cut.
 */
function Listening({ isAlerted }: { isAlerted: boolean }) {
  const { t } = useTranslation('session');
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const tell = () => {
    if (!isAlerted) return;
    notification.warning({
      key: 'late-digest',
      duration: 0,
      title: t('lateDigest'),
      onClick: () => void navigate('/digests'),
    });
  };
  useChanges(['DIGEST_OVERDUE'], tell, () => {});
  return null;
}
