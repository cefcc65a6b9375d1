import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { HelpDialog } from './HelpDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { ResultsDialog } from './ResultsDialog.tsx';
import { TextDialog } from './TextDialog.tsx';
import type { Handling } from './useHandling.tsx';

/** The one dialog that is open, if any. */
export function DeskDialogs({ handling }: { handling: Handling }) {
  const { dialog, setDialog, isBusy } = handling;
  const close = () => setDialog(undefined);
  switch (dialog?.kind) {
    case 'text':
      return (
        <TextDialog
          key={dialog.deed + dialog.ids.join()}
          deed={dialog.deed}
          ids={dialog.ids}
          isBusy={isBusy}
          send={(text, one) => handling.sendText(dialog.deed, dialog.ids, text, one)}
          onClose={close}
        />
      );
    case 'merge':
      return <MergeDialog reports={dialog.reports} isBusy={isBusy} send={handling.merge} onClose={close} />;
    case 'results':
      return <ResultsDialog {...dialog} onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'urgent':
    case 'triageMany':
      return <Confirmation handling={handling} dialog={dialog} />;
    default:
      return null;
  }
}

type Asked = Extract<NonNullable<Handling['dialog']>, { kind: 'urgent' | 'triageMany' }>;
/** A deed with consequences for others is confirmed by naming them. */
function Confirmation({ handling, dialog }: { handling: Handling; dialog: Asked }) {
  const { t } = useTranslation(['desk', 'ui']);
  const isUrgent = dialog.kind === 'urgent';
  const values = isUrgent ? { no: dialog.report.no } : { count: dialog.ids.length };
  const go = async () => {
    if (isUrgent) {
      await handling.flagUrgent(dialog.report);
      handling.setDialog(undefined);
    } else await handling.triageMany(dialog.ids);
  };
  return (
    <Modal
      open
      title={t(`confirm.${dialog.kind}.title`, values)}
      okText={t(`confirm.${dialog.kind}.ok`)}
      okButtonProps={{ danger: isUrgent, loading: handling.isBusy, autoFocus: true }}
      cancelText={t('ui:cancel')}
      onOk={() => void go()}
      onCancel={() => handling.setDialog(undefined)}
    >
      {t(`confirm.${dialog.kind}.body`, values)}
    </Modal>
  );
}
