import { useQuery } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { useCallback, useEffect, useState } from 'react';
import { useSend } from '../../deeds/useSend.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import {
  ContactDocument,
  KeepContactDocument,
  type MaskedPartsFragment,
  OpenContactDocument,
  type OpenContactMutation,
} from './contacts.generated.ts';

/** The matter that a contact belongs to. */
export interface Matter {
  subject: 'REPORT' | 'CASE';
  id: string;
}
export type Opened = OpenContactMutation['openContact'];
export interface Shown extends Opened {
  /** By this machine's clock. */
  until: number;
}
export type Given = Pick<Opened, 'name' | 'phone' | 'address'>;

/** In memory alone, and as long as the block that asked stands. */
const NOWHERE = { fetchPolicy: 'no-cache' } as const;

/** The contact of one matter, masked; in clear for the minutes after a look; and what may be done with it. */
export function useContact({ subject, id }: Matter) {
  const { data, error, refetch } = useQuery(ContactDocument, { variables: { subject, id }, ...NOWHERE });
  useRefetchOnChanges(
    (change) => change.kind === 'CONTACT_KEPT' && [change.reportId, change.caseId].includes(id),
    refetch,
  );
  const [shown, setShown] = useState<Shown>();
  const hide = useCallback(() => setShown(undefined), []);
  useHidden(shown, hide);
  const { isBusy, send } = useSend();
  return {
    contact: data?.contact,
    asked: { error, refetch },
    shown,
    hide,
    isBusy,
    keep: async (given: Given, { version }: MaskedPartsFragment) => {
      const outcome = await send(KeepContactDocument, { subject, id, version, ...given }, NOWHERE);
      hide();
      await refetch().catch(() => undefined); // whoever was first stands there now
      return outcome;
    },
    open: async (contact: string, reason: string) => {
      const outcome = await send(OpenContactDocument, { id: contact, reason }, NOWHERE);
      if ('value' in outcome) setShown({ ...outcome.value, until: Date.now() + LIMITS.contact.shownMinutes * 60_000 });
      else await refetch().catch(() => undefined);
      return outcome;
    },
  };
}
export type ContactDeeds = ReturnType<typeof useContact>;

/** Hides it when its time is up, also where the machine slept meanwhile. */
function useHidden(shown: Shown | undefined, hide: () => void) {
  useEffect(() => {
    if (!shown) return;
    const look = () => Date.now() >= shown.until && hide();
    const timer = setInterval(look, 1_000);
    addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      removeEventListener('visibilitychange', look);
    };
  }, [shown, hide]);
}
