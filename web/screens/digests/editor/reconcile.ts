import type { SaveStatus } from './autosave.ts';
import { type ItemDraft, isSameDraft } from './itemDraft.ts';

interface Versions {
  /** As stored by somebody just now. */
  theirs: ItemDraft;
  /** As it was stored when the typing here began. */
  base: ItemDraft;
  /** As it stands in the editor. */
  mine: ItemDraft;
  status: SaveStatus;
}

/** What to do here when a newer version of an item is stored elsewhere. */
export type Reconciliation =
  /** Both say the same: nothing is left to store. */
  | 'settled'
  /** Nothing typed here: show theirs. */
  | 'adopt'
  /** Only its place or number changed there: ours goes upon the newer version. */
  | 'rebase'
  | 'conflict';

export function reconcile({ theirs, base, mine, status }: Versions): Reconciliation {
  if (isSameDraft(theirs, mine)) return 'settled';
  if (status === 'saved') return 'adopt';
  return isSameDraft(theirs, base) ? 'rebase' : 'conflict';
}
