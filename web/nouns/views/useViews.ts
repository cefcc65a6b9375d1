import { skipToken, useQuery } from '@apollo/client/react';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { useTranslation } from 'react-i18next';
import { useUndoOffer } from '../../deeds/desk/useUndoOffer.tsx';
import { useSend } from '../../deeds/useSend.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import type { Shown } from './viewAddress.ts';
import {
  RemoveViewDocument,
  RestoreViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  ShareViewDocument,
  UnshareViewDocument,
  type ViewRowFragment,
} from './views.generated.ts';

export type View = ViewRowFragment;
/** How the viewer has put them, and what changes it. */
export interface Sequenced {
  sequence: readonly string[];
  firstView: { id: string } | null;
  arrange: (change: { sequence?: string[]; firstView?: string | null }) => Promise<unknown>;
}
const SHOWN = { refetchQueries: [SavedViewsDocument] };

/** The views of a screen, once they are wanted: a list opens without them; and what can be done with them. */
export function useViews(screen: ListScreen, isWanted: boolean) {
  const { t } = useTranslation('views');
  const asked = useQuery(SavedViewsDocument, isWanted ? { variables: { screen } } : skipToken);
  const { isBusy, send } = useSend();
  const { failed, said } = useMessages();
  const { offer } = useUndoOffer();

  /** Somebody else's version is fetched, so that the next attempt is made with open eyes. */
  const told = <T>(outcome: Outcome<T>): Outcome<T> => {
    if ('failure' in outcome) void asked.refetch().catch(() => undefined);
    return outcome;
  };
  const save = async (view: Pick<View, 'name'> & Partial<View>, { filter, sort }: Shown) => {
    const { id = null, version = null, name } = view;
    const input = { id, version, screen, name, reports: filter, sort };
    return told(await send(SaveViewDocument, { view: input }, SHOWN));
  };
  return {
    ...asked,
    views: asked.data?.savedViews,
    isBusy,
    save,
    /** Without a dialog that would show why not. */
    saveAloud: async (view: View, shown: Shown) => said(await save(view, shown), t('saved', { name: view.name })),
    share: async ({ id, version, name, isShared }: View) => {
      const given = { id, version };
      const sending = isShared ? send(UnshareViewDocument, given, SHOWN) : send(ShareViewDocument, given, SHOWN);
      const outcome = told<unknown>(await sending);
      return said(outcome, t(isShared ? 'unshared' : 'shared', { name }));
    },
    remove: async ({ id, version, name }: View) => {
      const outcome = told(await send(RemoveViewDocument, { id, version }, SHOWN));
      if ('failure' in outcome) failed(outcome.failure);
      if (!('value' in outcome)) return;
      const undo = async () => {
        const back = await send(RestoreViewDocument, { id }, SHOWN);
        said(back, t('restored', { name }));
        return back;
      };
      offer({ key: `view ${id}`, words: t('removed', { name }), undo });
    },
  };
}
