import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useViewer } from '../../../session/session.ts';
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
  const [loads, setLoads] = useState(0);
  useOthersEdits({ opened, item, status: state.status, onAdopt: () => setLoads((count) => count + 1) });
  useLastMoment(autosave);
  return {
    ...state,
    /** How often the text was exchanged under the cursor, so that the editor loads it anew. */
    loads,
    base: opened.base,
    flush: () => autosave.flush(),
    change: (part: Partial<ItemDraft>) => autosave.change({ ...autosave.state.value, ...part }),
    resolve: (merged: ItemDraft) => {
      opened.version = item.version;
      opened.base = toDraft(item);
      const stored = autosave.resolve(merged);
      setLoads((count) => count + 1);
      return stored;
    },
  };
}

interface Others {
  opened: OpenItem;
  item: DraftItemFragment;
  status: SaveStatus;
  onAdopt: () => void;
}

/** Meets a version that somebody else stored: takes it over, goes on above it, or stops before a conflict. */
function useOthersEdits({ opened, item, status, onAdopt }: Others) {
  const adopted = useRef(onAdopt);
  adopted.current = onAdopt;
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
      adopted.current();
    }
  }, [opened, item, status]);
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
