import { useApolloClient, useQuery } from '@apollo/client/react';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { useRefetchOnChanges } from '../live/useChanges.ts';
import { useTabTitle } from '../live/useTabTitle.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { Checks } from './Checks.tsx';
import { DigestHeader } from './DigestHeader.tsx';
import { Distribution } from './Distribution.tsx';
import css from './digests.module.css';
import { EditorTab } from './editor/EditorTab.tsx';
import { DigestDeskDocument, type DigestDeskQuery, DigestStandDocument } from './editor/editor.generated.ts';
import { flushItems } from './editor/openAutosaves.ts';
import { isSameStand } from './editor/stand.ts';
import { Preview } from './Preview.tsx';
import { Timeline } from './Timeline.tsx';
import { useIssueName } from './useIssueName.ts';
import { Versions } from './Versions.tsx';

const KINDS = ['DIGEST_EDITED', 'DIGEST_MOVED', 'DIGEST_ISSUED', 'REPORT_DIGESTED'] as const;
/** Changes arrive in bursts while two clerks type; one fetch a moment later shows them all. */
const SETTLE_MS = 700;

/** One issue: edited, checked, signed, printed, followed. The open tab and item stand in the address. */
export function DigestDesk() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(DigestDeskDocument, { variables: { id } });
  useFollow(data?.digest, () => void refetch());
  return (
    <Loaded data={data} error={error} onRetry={() => void refetch()} rows={8}>
      {(whole) => <Desk {...whole} />}
    </Loaded>
  );
}

/** A large issue is fetched anew only when somebody else changed it; one's own saves are here already. */
function useFollow(shown: DigestDeskQuery['digest'] | undefined, refetch: () => void) {
  const client = useApolloClient();
  const follow = async () => {
    if (!shown) return refetch();
    const variables = { id: shown.id };
    const { data } = await client.query({ query: DigestStandDocument, variables, fetchPolicy: 'no-cache' });
    if (data && !isSameStand(shown, data.digest)) refetch();
  };
  useRefetchOnChanges(KINDS, () => void follow().catch(() => undefined), SETTLE_MS);
}

function Desk({ digest, portfolios }: DigestDeskQuery) {
  const { t } = useTranslation('digests');
  const [params, setParams] = useSearchParams();
  const issueName = useIssueName();
  useTabTitle(`${issueName(digest)} ${digest.title}`);
  const go = (tab: string, item?: string) =>
    setParams((now) => {
      const next = new URLSearchParams(now);
      next.set('tab', tab);
      if (item) next.set('item', item);
      return next;
    });
  return (
    <div className={css.desk}>
      <DigestHeader digest={digest} onGo={go} />
      <Tabs
        activeKey={params.get('tab') ?? 'edit'}
        onChange={(tab) => void flushItems().then(() => go(tab))}
        className={css.tabs}
        items={[
          {
            key: 'edit',
            label: digest.viewerCanEdit ? t('tab.edit') : t('tab.items'),
            children: <EditorTab digest={digest} portfolios={portfolios} />,
          },
          {
            destroyOnHidden: true,
            key: 'checks',
            label: t('tab.checks'),
            children: <Checks digest={digest} onGo={(item) => go('edit', item)} />,
          },
          { destroyOnHidden: true, key: 'preview', label: t('tab.preview'), children: <Preview digest={digest} /> },
          { destroyOnHidden: true, key: 'versions', label: t('tab.versions'), children: <Versions digest={digest} /> },
          {
            destroyOnHidden: true,
            key: 'distribution',
            label: t('tab.distribution'),
            children: <Distribution id={digest.id} />,
          },
          { destroyOnHidden: true, key: 'timeline', label: t('tab.timeline'), children: <Timeline id={digest.id} /> },
        ]}
      />
    </div>
  );
}
