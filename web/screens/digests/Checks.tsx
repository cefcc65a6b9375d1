import { ReloadOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { CheckList } from './CheckList.tsx';
import { DigestChecksDocument } from './desk.generated.ts';
import css from './digests.module.css';
import { flushItems } from './editor/openAutosaves.ts';

interface Props {
  digest: { id: string };
  onGo: (item: string) => void;
}

export function Checks({ digest, onGo }: Props) {
  const { t } = useTranslation('digests');
  const { data, error, refetch, loading } = useQuery(DigestChecksDocument, {
    variables: { id: digest.id },
    fetchPolicy: 'network-only',
  });
  const again = () => flushItems().then(() => refetch());
  useRefetchOnChanges(['DIGEST_EDITED', 'DIGEST_MOVED'], again);
  return (
    <section className={css.panel}>
      <header className={css.panelHead}>
        <p>{t('checks.lead')}</p>
        <Button icon={<ReloadOutlined />} loading={loading} onClick={() => void again()}>
          {t('checks.again')}
        </Button>
      </header>
      <Loaded data={data} asked={{ error, refetch }}>
        {(found) => <CheckList checks={found.digest.checks} onItem={onGo} />}
      </Loaded>
    </section>
  );
}
