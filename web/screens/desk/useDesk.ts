import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { Filter } from '../../nouns/reports/filter.ts';
import type { Shown } from '../../nouns/views/viewAddress.ts';
import { usePages } from '../../ui/usePages.ts';
import { DeskDocument, DeskPagesDocument } from './desk.generated.ts';
import { useUrgent } from './useUrgent.ts';

export const PAGE = 50;

/** Everything the desk opens with, from one operation: the queue, the counts of its trays, what is urgent. */
export function useDesk({ filter, sort }: Shown) {
  const counted = useMemo(() => countedUnder(filter), [filter]);
  const asked = useQuery(DeskDocument, { variables: { filter, counted, first: PAGE, sort } });
  const { data, previousData, networkStatus, fetchMore } = asked;
  const above = data ?? previousData;
  return {
    ...usePages(data?.reports, {
      ...asked,
      fetchMore: ({ variables: { after } }) =>
        fetchMore({ query: DeskPagesDocument, variables: { filter, first: PAGE, after, sort } }),
    }),
    counts: above?.trayCounts,
    urgent: useUrgent(above, fetchMore),
    counted,
    isRefreshing: networkStatus === NetworkStatus.refetch,
  };
}

/** All four trays are counted under the filter, whichever is open. */
function countedUnder({ tray: _tray, states: _states, ...rest }: Filter): Filter {
  return rest;
}
