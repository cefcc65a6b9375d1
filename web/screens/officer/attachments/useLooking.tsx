import { useState } from 'react';
import type { Attached, Draft } from '../../../device/draft.ts';
import { LaterViewer } from '../../../nouns/attachments/LaterViewer.tsx';
import { useNameOf } from '../../../nouns/attachments/useNameOf.ts';
import { useAddresses } from './useAddresses.ts';

/** What goes with a draft: how the row of each shows it, under which name, and its photos in large once one is looked at. */
export function useLooking(draft: Draft) {
  const nameOf = useNameOf();
  const [openId, setOpenId] = useState<string>();
  const attached = draft.attachments ?? [];
  const { addressOf, anew } = useAddresses(draft, attached);
  return {
    shownOf: (one: Attached) => ({
      ...{ attached: one, name: nameOf(one, attached), address: addressOf(one) },
      onLook: () => setOpenId(one.clientId),
    }),
    viewer: openId && (
      <LaterViewer
        photos={attached.filter(({ kind }) => kind === 'PHOTO').map(addressOf)}
        openId={openId}
        onTurn={setOpenId}
        anew={anew}
        onClose={() => setOpenId(undefined)}
      />
    ),
  };
}
export type Shown = ReturnType<ReturnType<typeof useLooking>['shownOf']>;
