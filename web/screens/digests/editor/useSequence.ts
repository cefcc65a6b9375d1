import { useApolloClient } from '@apollo/client/react';
import { useMemo, useRef, useState } from 'react';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { failureOf } from '../../../ui/failure.ts';
import {
  type DigestDeskQuery,
  DigestOutlineDocument,
  type DraftItemFragment,
  SequenceDigestItemsDocument,
} from './editor.generated.ts';
import { grouped, movedTo, nudged } from './outline.ts';

/** The items in their sequence: moved at once on the screen, one request at a time towards the server. */
export function useSequence({ digest, portfolios }: DigestDeskQuery) {
  const client = useApolloClient();
  const { failed } = useMessages();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const tail = useRef(Promise.resolve());
  const version = useRef(digest.version);
  version.current = Math.max(version.current, digest.version);
  const items = useMemo(() => arranged(digest.items, wanted), [digest.items, wanted]);
  const groups = useMemo(() => grouped(items, portfolios), [items, portfolios]);
  const ids = groups.flatMap(({ entries }) => entries.map(({ id }) => id));

  const send = async (next: readonly string[], upon: number) => {
    const variables = { digest: digest.id, version: upon, items: [...next] };
    const { data } = await client.mutate({ mutation: SequenceDigestItemsDocument, variables });
    version.current = data?.sequenceDigestItems.version ?? upon;
  };
  const look = async () =>
    (await client.query({ query: DigestOutlineDocument, variables: { id: digest.id }, fetchPolicy: 'network-only' }))
      .data;

  /** An autosave may have raised the version meanwhile: the order then goes upon the newest, if the items are the same. */
  const set = (next: readonly string[]): Promise<void> => {
    setWanted(next);
    tail.current = tail.current.then(async () => {
      try {
        await send(next, version.current).catch(async (error: unknown) => {
          const found = failureOf(error).code === 'CONFLICT' ? await look() : undefined;
          if (!found || !isSameSet(next, found.digest.items)) throw error;
          await send(next, found.digest.version);
        });
      } catch (error) {
        failed(error);
      } finally {
        setWanted((now) => (now === next ? null : now));
      }
    });
    return tail.current;
  };

  return {
    items,
    groups,
    set,
    moveTo: (moved: string, over: string) => {
      const group = groups.find(({ entries }) => entries.some(({ id }) => id === moved));
      // Another leader's portfolio is chosen in the item itself.
      if (moved !== over && group?.entries.some(({ id }) => id === over)) void set(movedTo(ids, moved, over));
    },
    nudge: (moved: string, by: -1 | 1) => {
      const group = groups.find(({ entries }) => entries.some(({ id }) => id === moved));
      const next = nudged(ids, group?.entries.map(({ id }) => id) ?? [], moved, by);
      if (next.join() !== ids.join()) void set(next);
    },
  };
}

function arranged(items: readonly DraftItemFragment[], wanted: readonly string[] | null): readonly DraftItemFragment[] {
  if (!wanted) return items;
  const place = new Map(wanted.map((id, index) => [id, index]));
  return [...items].sort((a, b) => (place.get(a.id) ?? items.length) - (place.get(b.id) ?? items.length));
}

const isSameSet = (ids: readonly string[], items: readonly { id: string }[]) =>
  ids.length === items.length && items.every(({ id }) => ids.includes(id));
