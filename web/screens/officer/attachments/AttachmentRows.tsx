import { type ReactNode, useState } from 'react';
import type { Attached, Draft } from '../../../device/draft.ts';
import { LaterViewer } from '../../../nouns/attachments/LaterViewer.tsx';
import { useNameOf } from '../../../nouns/attachments/useNameOf.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { useAddresses } from './useAddresses.ts';

interface Props {
  draft: Draft;
  onRemove: (one: Attached, name: string) => void;
  onMoveUp?: (one: Attached) => void;
  /** How one of them fares, where it is under way already. */
  wayOf?: (one: Attached) => ReactNode;
  /** What was chosen and is none of them yet. */
  children: ReactNode;
}

/** What goes with a draft, each under its name, to be looked at closely, heard and taken out. */
export function AttachmentRows({ draft, onRemove, onMoveUp, wayOf, children }: Props) {
  const nameOf = useNameOf();
  const [openId, setOpenId] = useState<string>();
  const attached = draft.attachments ?? [];
  const { addressOf, anew } = useAddresses(draft, attached);
  const seen = attached.filter(({ kind }) => kind === 'PHOTO').map(addressOf);
  return (
    <>
      <ul className="as-list attachments-list">
        {attached.map((one, place) => (
          <AttachmentRow
            key={one.clientId}
            attached={one}
            name={nameOf(one, attached)}
            address={addressOf(one)}
            onLook={() => setOpenId(one.clientId)}
            onMoveUp={place > 0 && onMoveUp ? () => onMoveUp(one) : undefined}
            onRemove={() => onRemove(one, nameOf(one, attached))}
          >
            {wayOf?.(one)}
          </AttachmentRow>
        ))}
        {children}
      </ul>
      {openId && (
        <LaterViewer
          photos={seen}
          openId={openId}
          onTurn={setOpenId}
          anew={anew}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  );
}
