import { useApolloClient, useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Change } from '../../live/stream.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Checks } from './Checks.tsx';
import { DigestHeader } from './DigestHeader.tsx';
import { Distribution } from './Distribution.tsx';
import css from './digests.module.css';
import { EditorTab } from './editor/EditorTab.tsx';
import { DigestDeskDocument, type DigestDeskQuery, DigestStandDocument } from './editor/editor.generated.ts';
import { flushItems } from './editor/openAutosaves.ts';
import { isSameStand } from './editor/stand.ts';
import { IssueTimeline } from './IssueTimeline.tsx';
import { Preview } from './Preview.tsx';
import { Versions } from './Versions.tsx';

const KINDS = ['DIGEST_EDITED', 'DIGEST_MOVED', 'DIGEST_ISSUED', 'REPORT_DIGESTED'] as const;
/** Changes arrive in bursts while two clerks type; one fetch a moment later shows them all. */
const SETTLE_MS = 700;

/** A photo has come to a report of the issue, or was taken back. */
const PHOTO_KINDS: readonly Change['kind'][] = ['ATTACHMENT_ARRIVED', 'DETACHED'];

const TABS = ['edit', 'checks', 'preview', 'versions', 'distribution', 'timeline'] as const;

/** One issue: edited, checked, signed, printed, followed. The open tab and item stand in the address. */
export function DigestDesk() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(DigestDeskDocument, { variables: { id } });
  useFollow(data?.digest, () => void refetch());
  const isOfThis = ({ kind, reportId }: Change) =>
    PHOTO_KINDS.includes(kind) &&
    Boolean(data?.digest.items.some(({ reports }) => reports.some((report) => report.id === reportId)));
  useRefetchOnChanges(isOfThis, () => refetch(), SETTLE_MS);
  return (
    <Loaded data={data} asked={{ error, refetch }} isPage rows={8}>
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
  const shown = TABS.find((tab) => tab === params.get('tab')) ?? 'edit';
  const wasEdited = useWasEver(shown === 'edit');
  const go = (tab: string, item?: string) => setParams((now) => withTab(now, tab, item));
  return (
    <div className={css.desk}>
      <DigestHeader digest={digest} onGo={go} />
      <LinkTabs
        label={issueName(digest)}
        tabs={TABS.map((tab) => ({
          to: `/digests/${digest.id}?${withTab(params, tab)}`,
          name: t(`tab.${tab === 'edit' && !digest.viewerCanEdit ? 'items' : tab}`),
          isCurrent: tab === shown,
        }))}
        before={flushItems}
      />
      {/* What is being typed stays while another view is looked at. */}
      <div hidden={shown !== 'edit'}>{wasEdited && <EditorTab digest={digest} portfolios={portfolios} />}</div>
      {shown === 'checks' && <Checks digest={digest} onGo={(item) => go('edit', item)} />}
      {shown === 'preview' && <Preview digest={digest} />}
      {shown === 'versions' && <Versions digest={digest} />}
      {shown === 'distribution' && <Distribution id={digest.id} />}
      {shown === 'timeline' && <IssueTimeline id={digest.id} />}
    </div>
  );
}

function withTab(params: URLSearchParams, tab: string, item?: string): URLSearchParams {
  const next = new URLSearchParams(params);
  next.set('tab', tab);
  if (item) next.set('item', item);
  return next;
}

function useWasEver(is: boolean): boolean {
  const was = useRef(is);
  was.current ||= is;
  return was.current;
}
