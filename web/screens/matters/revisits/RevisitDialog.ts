import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import type { AskedDeed } from '../useAskedDeed.ts';

/** What every dialog of a deed that asks for more than words is given. */
export interface RevisitDialog extends Omit<AskedDeed<RevisitWholeFragment>, 'isPossible'> {
  /** It was done: the next one comes forward. */
  onDone: () => void;
}
