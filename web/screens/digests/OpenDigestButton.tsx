import { PlusOutlined } from '@ant-design/icons';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { isDoneBy } from '@lxq/schema/transitions.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DigestsDocument, OpenDigestDocument } from '../../nouns/digests/digest.generated.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { useViewer } from '../../session/session.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';

/** 开启本期: the next period, contiguous with the last; the server refuses while one is open. */
export function OpenDigestButton() {
  const { t } = useTranslation('digests');
  const { post } = useViewer();
  const navigate = useNavigate();
  const client = useApolloClient();
  const issueName = useIssueName();
  const { done, failed } = useMessages();
  const [open, { loading }] = useMutation(OpenDigestDocument);
  if (!isDoneBy(DIGEST_MACHINE.edit, post.role)) return null;
  const begin = async () => {
    try {
      const { data } = await open();
      if (!data) return;
      done(t('opened', { issue: issueName(data.openDigest) }));
      void client.refetchQueries({ include: [DigestsDocument] });
      await navigate(`/digests/${data.openDigest.id}`);
    } catch (error) {
      failed(error);
    }
  };
  return (
    <Button type="primary" icon={<PlusOutlined />} loading={loading} onClick={() => void begin()}>
      {t('open')}
    </Button>
  );
}
