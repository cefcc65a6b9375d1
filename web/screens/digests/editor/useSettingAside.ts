import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUndoOffer } from '../../../deeds/desk/useUndoOffer.tsx';
import { useSend } from '../../../deeds/useSend.ts';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { SetAsideDocument, UnsetAsideDocument } from './editor.generated.ts';

interface Row {
  id: string;
  ok: boolean;
  error: { message: string } | null;
}
interface Numbered {
  id: string;
  no: string;
}

/** The county does not use reports, or takes that back; says of each that stayed why, and offers to undo. */
export function useSettingAside(onDone: (ids: readonly string[]) => void) {
  const { t } = useTranslation('digests');
  const { notification } = App.useApp();
  const { done, failed } = useMessages();
  const { isBusy, send } = useSend();
  const { offer } = useUndoOffer();

  function settle(rows: readonly Row[], reports: readonly Numbered[]): readonly string[] {
    const settled = rows.filter(({ ok }) => ok).map(({ id }) => id);
    const stayed = rows.filter(({ ok }) => !ok);
    if (stayed.length > 0)
      notification.warning({
        title: t('candidates.stayed', { count: stayed.length }),
        description: stayed
          .map(({ id, error: refusal }) => {
            const { message: why = '' } = refusal ?? {};
            return `${reports.find((one) => one.id === id)?.no ?? ''} ${why}`;
          })
          .join('；'),
      });
    onDone(settled);
    return settled;
  }

  async function unset(reports: readonly Numbered[]) {
    const outcome = await send(UnsetAsideDocument, { ids: reports.map(({ id }) => id) });
    if ('failure' in outcome) failed(outcome.failure);
    if (!('value' in outcome)) return outcome;
    const taken = settle(outcome.value, reports);
    if (taken.length > 0) done(t('candidates.unset', { count: taken.length }));
    return outcome;
  }

  /** The dialog that asked shows a failure. */
  async function setAside(reports: readonly Numbered[], reason: string) {
    const outcome = await send(SetAsideDocument, { ids: reports.map(({ id }) => id), reason });
    if (!('value' in outcome)) return outcome;
    const aside = settle(outcome.value, reports);
    if (aside.length > 0)
      offer({
        key: `set-aside-${aside[0]}`,
        words: t('candidates.setAsideDone', { count: aside.length }),
        undo: () => unset(reports.filter(({ id }) => aside.includes(id))),
      });
    return outcome;
  }
  return { isBusy, setAside, unset };
}
