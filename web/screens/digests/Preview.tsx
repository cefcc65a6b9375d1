import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import type { DigestDocument } from '@lxq/schema/digests/digest-document.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { DigestPage } from '../../nouns/digests/DigestPage.tsx';
import { DigestPaperDocument } from '../../nouns/digests/paper.generated.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import css from './digests.module.css';
import { Files } from './Files.tsx';

/** The page as it will be printed, and the files of the same content. */
export function Preview({ digest }: { digest: { id: string; contentHash: string | null } }) {
  const { t } = useTranslation('digests');
  const { data, error, refetch } = useQuery(DigestPaperDocument, { variables: { id: digest.id } });
  useRefetchOnChanges(['DIGEST_EDITED', 'DIGEST_MOVED', 'DIGEST_ISSUED'], () => refetch());
  return (
    <section className={css.preview}>
      <header className={css.previewBar}>
        <Button icon={<PrinterOutlined />} href={`/digests/${digest.id}/print`} target="_blank">
          {t('preview.print')}
        </Button>
        <Files id={digest.id} />
        {digest.contentHash && (
          <span className={css.hash} title={digest.contentHash}>
            {t('preview.hash', { hash: digest.contentHash.slice(0, 12) })}
          </span>
        )}
      </header>
      <Loaded data={data} asked={{ error, refetch }}>
        {(paper) => <DigestPage id={digest.id} document={paper.digest.document as DigestDocument} />}
      </Loaded>
    </section>
  );
}
