import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useViewer } from '../../session/session.ts';
import type { SaveStatus } from './autosave.ts';
import type { DraftItemFragment } from './editor.generated.ts';
import { type ItemDraft, toDraft } from './itemDraft.ts';
import { hasUnsaved, leaveItem, type OpenItem, openItem } from './openAutosaves.ts';
import { reconcile } from './reconcile.ts';

/** The item under the clerk's hands: their words, how far they are stored, and what others made of it meanwhile. */
export function useItemSaving(digestId: string, item: DraftItemFragment) {
  const client = useApolloClient();
  const personId = useViewer().person.id;
  const [opened] = useState(() => openItem({ client, digestId, personId }, item));
  const { autosave } = opened;
  const state = useSyncExternalStore(autosave.subscribe, () => autosave.state);
  useEffect(() => {
    opened.editors += 1;
    return () => {
      opened.editors -= 1;
      void leaveItem(personId, item.id);
    };
  }, [opened, personId, item.id]);
  const loads = useOthersEdits(opened, item, state.status);
  useLastMoment(autosave);
  return {
    ...state,
    loads,
    flush: () => autosave.flush(),
    change: (part: Partial<ItemDraft>) => autosave.change({ ...autosave.state.value, ...part }),
    resolve: (merged: ItemDraft) => {
      opened.version = item.version;
      opened.base = toDraft(item);
      return autosave.resolve(merged);
    },
  };
}

/** Counts how often the text here was exchanged for someone else's, so that the editor loads it anew. */
function useOthersEdits(opened: OpenItem, item: DraftItemFragment, status: SaveStatus): number {
  const [loads, setLoads] = useState(0);
  useEffect(() => {
    if (item.version <= opened.version || status === 'saving') return;
    const { autosave, base } = opened;
    const theirs = toDraft(item);
    const mine = autosave.state.value;
    const verdict = reconcile({ theirs, base, mine, status });
    if (verdict === 'conflict') {
      if (status !== 'conflict') autosave.meetConflict();
      return;
    }
    opened.version = item.version;
    opened.base = theirs;
    if (verdict === 'settled') autosave.replace(mine);
    if (verdict === 'rebase') void autosave.resolve(mine);
    if (verdict === 'adopt') {
      autosave.replace(theirs);
      setLoads((count) => count + 1);
    }
  }, [opened, item, status]);
  return loads;
}

/** Leaving the window stores what is typed; closing it with something unsaved asks first. */
function useLastMoment(autosave: OpenItem['autosave']) {
  useEffect(() => {
    const store = () => void autosave.flush();
    const onHide = () => document.visibilityState === 'hidden' && store();
    const onUnload = (event: BeforeUnloadEvent) => {
      store();
      if (hasUnsaved()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    addEventListener('beforeunload', onUnload);
    addEventListener('online', store);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      removeEventListener('beforeunload', onUnload);
      removeEventListener('online', store);
    };
  }, [autosave]);
}
