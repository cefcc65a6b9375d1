import type { Attached, Draft } from '../../../device/draft.ts';
import { useCloseLook } from '../../../nouns/attachments/useCloseLook.tsx';
import { useNameOf } from '../../../nouns/attachments/useNameOf.ts';
import { useAddresses } from './useAddresses.ts';

/** What goes with a draft: how the row of each shows it, under which name, and its photos in large once one is looked at. */
export function useLooking(draft: Draft) {
  const nameOf = useNameOf();
  const attached = draft.attachments ?? [];
  const { addressOf, anew } = useAddresses(draft, attached);
  const { look, viewer } = useCloseLook({
    photos: attached.filter(({ kind }) => kind === 'PHOTO').map(addressOf),
    anew,
  });
  return {
    shownOf: (one: Attached) => ({
      ...{ attached: one, name: nameOf(one, attached), address: addressOf(one) },
      onLook: () => look(one.clientId),
    }),
    viewer,
  };
}
export type Shown = ReturnType<ReturnType<typeof useLooking>['shownOf']>;
