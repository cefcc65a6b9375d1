import { useTranslation } from 'react-i18next';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { AlertedLeaders } from './AlertedLeaders.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { type BulkDeed, ResultsDialog } from './ResultsDialog.tsx';
import { TextDialog } from './TextDialog.tsx';
import type { Handling } from './useHandling.tsx';
import './desk-dialogs.css';

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
    case 'plan':
      return (
        <PlanDialog
          key={dialog.report.id}
          report={dialog.report}
          isBusy={isBusy}
          send={handling.planUrgent}
          onClose={close}
        />
      );
    case 'results':
      return <ResultsDialog {...dialog} isBusy={isBusy} onUndo={undoOf(handling, dialog.deed)} onClose={close} />;
    case 'help':
      return <HelpDialog onClose={close} />;
    case 'urgent':
    case 'triageMany':
      return <Confirmation handling={handling} dialog={dialog} />;
    default:
      return null;
  }
}

/** What a bulk deed's results offer to take back. */
function undoOf({ takeBack, setDialog }: Handling, deed: BulkDeed) {
  if (deed !== 'triage' && deed !== 'return' && deed !== 'merge') return undefined;
  return (ids: string[]) => {
    setDialog(undefined);
    void takeBack(deed, ids);
  };
}

type Asked = Extract<NonNullable<Handling['dialog']>, { kind: 'urgent' | 'triageMany' }>;
/** A deed with consequences for others is confirmed by naming them. */
function Confirmation({ handling, dialog }: { handling: Handling; dialog: Asked }) {
  const { t } = useTranslation('desk');
  const isUrgent = dialog.kind === 'urgent';
  const values = isUrgent ? { no: dialog.report.no } : { count: dialog.ids.length };
  const go = async () => {
    if (isUrgent) await handling.flagUrgent(dialog.report);
    else await handling.triageMany(dialog.ids);
  };
  return (
    <DeskModal
      open
      title={t(`confirm.${dialog.kind}.title`, values)}
      okText={t(`confirm.${dialog.kind}.ok`)}
      okButtonProps={{ danger: isUrgent, loading: handling.isBusy, autoFocus: true }}
      onOk={() => void go()}
      onCancel={() => handling.setDialog(undefined)}
    >
      <p>{t(`confirm.${dialog.kind}.body`, values)}</p>
      {isUrgent && <AlertedLeaders reportId={dialog.report.id} />}
    </DeskModal>
  );
}
