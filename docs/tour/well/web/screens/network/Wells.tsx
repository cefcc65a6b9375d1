import { useQuery } from '@apollo/client/react';
import { deedsOf } from '@lxq/schema/transitions.ts';
import { WELL_MACHINE, type WellDeed } from '@lxq/schema/wells/well-states.ts';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import * as documents from '../../nouns/wells/deeds.derived.generated.ts';
import { type WellRowFragment, WellsDocument, type WellsQuery } from '../../nouns/wells/wells.generated.ts';
import { LoadMore } from '../../ui/desk/LoadMore.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useLoadMore } from '../../ui/useLoadMore.ts';

const PAGE = 50;
const KINDS = ['WELL_REPORTED', 'WELL_CHECKED', 'WELL_CLOSED'] as const;
const joined = (before: WellsQuery, { wells }: WellsQuery): WellsQuery => ({
  wells: { ...wells, edges: [...before.wells.edges, ...wells.edges] },
});

/** The register of wells, newest first, with what the viewer may do to each. */
export function Wells() {
  const { t } = useTranslation('network');
  const { data, error, loading, refetch, fetchMore } = useQuery(WellsDocument, { variables: { first: PAGE } });
  const columns = useColumns();
  useRefetchOnChanges(KINDS, () => refetch());
  const onMore = useLoadMore(data?.wells.pageInfo, (after) =>
    fetchMore({
      variables: { first: PAGE, after },
      updateQuery: (before, { fetchMoreResult }) => joined(before as WellsQuery, fetchMoreResult),
    }),
  );
  return (
    <Loaded
      data={data?.wells}
      error={error}
      onRetry={() => void refetch()}
      isEmpty={({ edges }) => edges.length === 0}
      empty={<Empty text={t('well.none')} />}
    >
      {({ edges, pageInfo }) => (
        <>
          <Table rowKey="id" pagination={false} dataSource={edges.map(({ node }) => node)} columns={columns} />
          <LoadMore hasMore={pageInfo.hasNextPage} isLoading={loading} onMore={onMore} />
        </>
      )}
    </Loaded>
  );
}

function useColumns() {
  const { t } = useTranslation('network');
  return [
    { title: t('well.name'), dataIndex: 'name' },
    { title: t('well.reportedAt'), render: (_: unknown, well: WellRowFragment) => shanghaiTime(well.reportedAt) },
    { title: t('well.is'), render: (_: unknown, well: WellRowFragment) => t(`well.state.${well.state}`) },
    { key: 'deeds', render: (_: unknown, well: WellRowFragment) => <Deeds well={well} /> },
  ];
}

function Deeds({ well }: { well: WellRowFragment }) {
  const { t } = useTranslation('network');
  const { failed } = useMessages();
  const { one, isBusy } = useDeeds<WellDeed, WellRowFragment>(WELL_MACHINE, documents);
  const carry = async (deed: WellDeed) => {
    const outcome = await one(deed, well);
    if ('failure' in outcome) failed(outcome.failure);
  };
  return deedsOf(WELL_MACHINE)
    .filter((deed) => may(WELL_MACHINE, deed, well))
    .map((deed) => (
      <Button key={deed} disabled={isBusy} onClick={() => void carry(deed)}>
        {t(`well.deed.${deed}`)}
      </Button>
    ));
}
