import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useChanges } from '../live/useChanges.ts';
import { useViewer } from './session.ts';

const ALERTED = ['COUNTY_CLERK', 'COUNTY_DIRECTOR'];

/** Alerts the clerk and the director, whatever desk they are at, that the next issue is past its cycle (R32). */
export function LateDigest() {
  const { post } = useViewer();
  return ALERTED.includes(post.role) ? <Listening /> : null;
}

/** Of its own, so that nobody else listens: whoever may not (the administrator) would be told for ever that the line is cut. */
function Listening() {
  const { t } = useTranslation('session');
  const { notification } = App.useApp();
  const navigate = useNavigate();
  const tell = () => {
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
