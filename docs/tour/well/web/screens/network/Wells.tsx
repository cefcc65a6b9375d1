import { useQuery } from '@apollo/client/react';
import { deedsOf } from '@lxq/schema/transitions.ts';
import { WELL_MACHINE, type WellDeed } from '@lxq/schema/wells/well-states.ts';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import * as documents from '../../nouns/wells/deeds.derived.generated.ts';
import { type WellRowFragment, WellsDocument } from '../../nouns/wells/wells.generated.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { usePages } from '../../ui/usePages.ts';

const PAGE = 50;
const KINDS = ['WELL_REPORTED', 'WELL_CHECKED', 'WELL_CLOSED'] as const;

/** The register of wells, newest first, with what the viewer may do to each. */
export function Wells() {
  const { t } = useTranslation('network');
  const asked = useQuery(WellsDocument, { variables: { first: PAGE } });
  const pages = usePages(asked.data?.wells, asked);
  const columns = useColumns();
  useRefetchOnChanges(KINDS, pages.refetch);
  return (
    <PagedList pages={pages} empty={<Empty text={t('well.none')} />}>
      {(wells) => <Table rowKey="id" pagination={false} dataSource={[...wells]} columns={columns} />}
    </PagedList>
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
  const { said } = useMessages();
  const { one, isBusy } = useDeeds<WellDeed, WellRowFragment>(WELL_MACHINE, documents);
  const carry = async (deed: WellDeed) => said(await one(deed, well), t(`well.deed.${deed}`));
  return (
    <DeedButtons
      machine={WELL_MACHINE}
      deeds={deedsOf(WELL_MACHINE).filter((deed) => may(WELL_MACHINE, deed, well))}
      primary={[]}
      nameOf={(deed) => t(`well.deed.${deed}`)}
      isBusy={isBusy}
      ask={(deed) => void carry(deed)}
    />
  );
}
