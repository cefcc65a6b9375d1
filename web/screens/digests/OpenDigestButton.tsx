import { PlusOutlined } from '@ant-design/icons';
import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { isDoneBy } from '@lxq/schema/transitions.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../deeds/useSend.ts';
import { DigestsDocument, OpenDigestDocument } from '../../nouns/digests/digest.generated.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { useViewer } from '../../session/session.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';

/** 开启本期: the next period, contiguous with the last; the server refuses while one is open. */
export function OpenDigestButton() {
  const { t } = useTranslation('digests');
  const { post } = useViewer();
  const navigate = useNavigate();
  const issueName = useIssueName();
  const { said } = useMessages();
  const { isBusy, send } = useSend();
  if (!isDoneBy(DIGEST_MACHINE.edit, post.role)) return null;
  const begin = async () => {
    const outcome = await send(OpenDigestDocument, {}, { refetchQueries: [DigestsDocument] });
    const opened = said(outcome, (digest) => t('opened', { issue: issueName(digest) }));
    if (opened) await navigate(`/digests/${opened.id}`);
  };
  return (
    <Button type="primary" icon={<PlusOutlined />} loading={isBusy} onClick={() => void begin()}>
      {t('open')}
    </Button>
  );
}
