import type { ApolloClient } from '@apollo/client';
import { failureOf, mayHeal } from '../../../ui/failure.ts';
import { Autosave } from './autosave.ts';
import { DigestOutlineDocument, type DraftItemFragment, SaveDigestItemDocument } from './editor.generated.ts';
import { type ItemDraft, isSameDraft, isStorable, toDraft, toInput } from './itemDraft.ts';
import { keepText, readKeptText } from './keptText.ts';

/** An item that is open in the editor, or was left before its last words were stored. */
export interface OpenItem {
  autosave: Autosave<ItemDraft>;
  /** The stored version that the next save replaces, and what it said. */
  version: number;
  base: ItemDraft;
  editors: number;
}
export interface Desk {
  client: ApolloClient;
  digestId: string;
  personId: string;
}

const open = new Map<string, OpenItem>();
const keyOf = (personId: string, itemId: string) => `${personId} ${itemId}`;

/** Stores what has been typed anywhere, before a step that must see it. */
export async function flushItems(): Promise<void> {
  await Promise.all([...open.values()].map(({ autosave }) => autosave.flush()));
}
export const hasUnsaved = (): boolean => [...open.values()].some(({ autosave }) => autosave.state.status !== 'saved');

export function openItem(desk: Desk, item: DraftItemFragment): OpenItem {
  const key = keyOf(desk.personId, item.id);
  const known = open.get(key);
  if (known) return known;
  const opened: OpenItem = {
    version: item.version,
    base: toDraft(item),
    editors: 0,
    autosave: new Autosave(parts(desk, item, () => opened)),
  };
  open.set(key, opened);
  restore(desk.personId, item, opened);
  return opened;
}

/** Leaving the item stores it; text that could not be stored keeps its autosave, which goes on trying. */
export async function leaveItem(personId: string, itemId: string): Promise<void> {
  const key = keyOf(personId, itemId);
  const left = open.get(key);
  await left?.autosave.flush();
  if (left?.editors === 0 && left.autosave.state.status === 'saved') open.delete(key);
}

/** The item is gone for good: nothing of it is sent any more. Gives back the words that stood in the editor. */
export function forgetItem(personId: string, item: DraftItemFragment): ItemDraft {
  const key = keyOf(personId, item.id);
  const words =
    open.get(key)?.autosave.state.value ?? readKeptText<ItemDraft>(personId, item.id)?.value ?? toDraft(item);
  open.get(key)?.autosave.replace(toDraft(item));
  open.delete(key);
  keepText(personId, item.id, null);
  return words;
}

function parts({ client, digestId, personId }: Desk, item: DraftItemFragment, self: () => OpenItem) {
  const keep = (value: ItemDraft | null) =>
    keepText(personId, item.id, value && { value, version: self().version, at: new Date().toISOString() });
  const send = async (draft: ItemDraft) => {
    const input = { ...toInput(draft), id: item.id, version: self().version };
    const { data } = await client.mutate({
      mutation: SaveDigestItemDocument,
      variables: { digest: digestId, item: input },
    });
    if (!data) return;
    self().version = data.saveDigestItem.version;
    self().base = draft;
  };
  const sendOrLook = (draft: ItemDraft) =>
    send(draft).catch(async (error: unknown) => {
      if (failureOf(error).code === 'CONFLICT')
        await client.query({ query: DigestOutlineDocument, variables: { id: digestId }, fetchPolicy: 'network-only' });
      throw error;
    });
  return {
    value: toDraft(item),
    send: sendOrLook,
    keep,
    isSendable: isStorable,
    isConflict: (error: unknown) => failureOf(error).code === 'CONFLICT',
    canRetry: (error: unknown) => mayHeal(failureOf(error)),
  };
}

/** Words left over from a crash or a closed window: sent when nobody changed the item since, put to the clerk otherwise. */
function restore(personId: string, item: DraftItemFragment, opened: OpenItem): void {
  const found = readKeptText<ItemDraft>(personId, item.id);
  if (!found) return;
  // What an earlier version of the page kept says nothing of pictures.
  const kept = { ...found, value: { ...toDraft(item), ...found.value } };
  if (isSameDraft(kept.value, toDraft(item))) {
    keepText(personId, item.id, null);
    return;
  }
  opened.version = kept.version;
  opened.autosave.change(kept.value);
  if (kept.version !== item.version) opened.autosave.meetConflict();
}
