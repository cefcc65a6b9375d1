import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { chime } from '../../live/sound.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import type { Shown } from '../../nouns/views/viewAddress.ts';
import { DeskNewsDocument, DeskTopDocument } from './desk.generated.ts';
import { countNewcomers } from './newcomers.ts';
import { PAGE, type useDesk } from './useDesk.ts';

/**
 * How many reports the server would now show that the list does not hold; the server alone knows what the filter admits. What
 * stands above the queue comes in the same answer.
 */
export function useNewcomers(shown: Shown, { rows, hasMore, counted }: ReturnType<typeof useDesk>) {
  const client = useApolloClient();
  const [count, setCount] = useState(0);
  const latest = useRef({ shown, rows, hasMore, count });
  latest.current = { shown, rows, hasMore, count };
  const key = JSON.stringify(shown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list
  useEffect(() => setCount(0), [key]);

  useRefetchOnChanges(null, async () => {
    const asked = latest.current.shown;
    const variables = { ...asked, counted, first: PAGE };
    const { data } = await client.query({ query: DeskNewsDocument, variables, fetchPolicy: 'no-cache' });
    if (!data) return;
    const { newest, ...top } = data;
    client.writeQuery({ query: DeskTopDocument, variables: { counted }, data: top });
    if (asked !== latest.current.shown) return;
    const held = new Set(latest.current.rows?.map((row) => row.id));
    const head = newest.edges.map((edge) => edge.node.id);
    const found = countNewcomers(head, held, latest.current.hasMore);
    // What comes back among the finished ones calls nobody.
    if (found > latest.current.count && asked.filter.tray !== 'DONE') chime();
    setCount(found);
  });
  return { count, forget: () => setCount(0) };
}
