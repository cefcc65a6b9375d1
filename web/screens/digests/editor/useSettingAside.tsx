import { useApolloClient } from '@apollo/client/react';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { useFailureWords } from '../../../ui/failure-words.ts';
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
  const { t } = useTranslation(['digests', 'ui']);
  const client = useApolloClient();
  const { notification } = App.useApp();
  const { failed } = useMessages();
  const wordsOf = useFailureWords();

  function settle(rows: readonly Row[], reports: readonly Numbered[]): readonly string[] {
    const done = rows.filter(({ ok }) => ok).map(({ id }) => id);
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
    onDone(done);
    return done;
  }

  async function unset(reports: readonly Numbered[]) {
    try {
      const variables = { ids: reports.map(({ id }) => id) };
      const { data } = await client.mutate({ mutation: UnsetAsideDocument, variables });
      const done = settle(data?.unsetAsideReports ?? [], reports);
      if (done.length > 0) notification.success({ title: t('candidates.unset', { count: done.length }) });
    } catch (error) {
      failed(error);
    }
  }

  function offerUndo(done: readonly string[], reports: readonly Numbered[]) {
    const key = `set-aside-${done[0]}`;
    const undo = () => {
      notification.destroy(key);
      void unset(reports.filter(({ id }) => done.includes(id)));
    };
    notification.success({
      key,
      duration: 15,
      title: t('candidates.setAsideDone', { count: done.length }),
      actions: <Button onClick={undo}>{t('candidates.undo')}</Button>,
    });
  }

  /** Null when it was done, otherwise the words for the dialog that asked. */
  async function setAside(reports: readonly Numbered[], reason: string): Promise<string | null> {
    try {
      const variables = { ids: reports.map(({ id }) => id), reason };
      const { data } = await client.mutate({ mutation: SetAsideDocument, variables });
      const done = settle(data?.setAsideReports ?? [], reports);
      if (done.length > 0) offerUndo(done, reports);
      return null;
    } catch (error) {
      return wordsOf(error).line;
    }
  }
  return { setAside, unset };
}
