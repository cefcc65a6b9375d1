import { useTranslation } from 'react-i18next';
import { useUndoOffer } from '../../../deeds/desk/useUndoOffer.tsx';
import { useViewer } from '../../../session/session.ts';
import { type DraftItemFragment, RemoveDigestItemDocument, SaveDigestItemDocument } from './editor.generated.ts';
import { EMPTY_BODY, type ItemDraft, toInput } from './itemDraft.ts';
import { flushItems, forgetItem } from './openAutosaves.ts';
import type { useSequence } from './useSequence.ts';
import type { Work } from './useWork.ts';

export interface OutlineParts {
  digestId: string;
  work: Work;
  sequence: ReturnType<typeof useSequence>;
  select: (item: string | null) => void;
}
/** Goes into the record, hence Chinese whatever language the desk is read in. */
const UNTITLED = '（待拟标题）';

/** Adding an item, and taking one out with a way back. */
export function useItemDeeds({ digestId, work: { client, work, look }, sequence, select }: OutlineParts) {
  const { t } = useTranslation('digests');
  const { offer } = useUndoOffer();
  const personId = useViewer().person.id;

  const create = async (draft: Partial<ItemDraft>): Promise<string | undefined> => {
    const blank: ItemDraft = {
      title: UNTITLED,
      body: EMPTY_BODY,
      portfolio: null,
      reports: [],
      corrects: null,
      pictures: [],
    };
    const item = toInput({ ...blank, ...draft });
    const { data } = await client.mutate({ mutation: SaveDigestItemDocument, variables: { digest: digestId, item } });
    await look();
    return data?.saveDigestItem.id;
  };

  const add = (draft: Partial<ItemDraft> = {}) =>
    work(async () => {
      const id = await create(draft);
      if (id) select(id);
    });

  const restore = (words: ItemDraft, order: readonly string[], removedId: string) =>
    work(async () => {
      const id = await create(words);
      if (!id) return;
      // Others may have come and gone since: those there are now, in the order of then.
      const there = (await look()).map((item) => item.id);
      const before = order.map((each) => (each === removedId ? id : each)).filter((each) => there.includes(each));
      await sequence.set([...before, ...there.filter((each) => !before.includes(each))]);
      select(id);
    });

  const remove = (item: DraftItemFragment) =>
    work(async () => {
      const order = sequence.groups.flatMap(({ entries }) => entries.map(({ id }) => id));
      await flushItems();
      const version = (await look()).find(({ id }) => id === item.id)?.version ?? item.version;
      await client.mutate({ mutation: RemoveDigestItemDocument, variables: { id: item.id, version } });
      const left = forgetItem(personId, item);
      // What has gone meanwhile cannot be chosen anew.
      const there = new Set(item.photos.map(({ attachment }) => attachment.id));
      const words = { ...left, pictures: left.pictures.filter((id) => there.has(id)) };
      select(null);
      offer({
        key: `removed-${item.id}`,
        words: t('outline.removed', { title: item.title }),
        undo: () => restore(words, order, item.id),
      });
    });

  return { add, remove };
}
