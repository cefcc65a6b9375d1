import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useSend } from '../../../deeds/useSend.ts';
import { replaceDelivered } from '../../../device/changing.ts';
import { localDb } from '../../../device/local-db.ts';
import { partOf } from '../../../device/parts.ts';
import { type Promised, promiseId } from '../../../device/promised.ts';
import { sendNow } from '../../../device/sending.ts';
import { useOutbox } from '../../../device/useOutbox.ts';
import { DetachDocument } from '../../../nouns/attachments/attachment.generated.ts';
import type { ReportInFullFragment } from '../../../nouns/reports/phone/mine.generated.ts';
import { useViewer } from '../../../session/session.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { Dialog } from '../../../ui/phone/dialogs.ts';
import { useSaid } from '../../../ui/phone/useSaid.ts';
import { mendingDraft } from '../mending.ts';
import { ChoiceRows } from './ChoiceRow.tsx';
import { ReplaceButton } from './ReplaceButton.tsx';
import { useChoosing } from './useChoosing.ts';
import './attachments.css';

interface Props {
  report: ReportInFullFragment;
  attachment: ReportInFullFragment['attachments'][number];
  name: string;
  refetch: () => Promise<unknown>;
}

/**
 * Of what the county has not taken, or waits for in vain: it is taken out, or another comes in its place, so that the
 * report is whole. What still stands in the outbox is put right there.
 */
export function MissingDeeds({ report, attachment, name, refetch }: Props) {
  const { t } = useTranslation('officer');
  const said = useSaid();
  const { isBusy, send } = useSend();
  const choosing = useReplacing(report, attachment);
  const waits = useOutbox('report')?.some(({ stored }) => stored?.storedId === report.id);
  if (waits === undefined) return null;
  if (waits) return <Link to="/officer/outbox">{t('sent.toOutbox')}</Link>;
  async function drop() {
    const isSure = await Dialog.confirm({
      title: t('attach.dropAsk', { name }),
      content: t('attach.dropHint'),
      confirmText: t('attach.remove'),
    });
    if (!isSure) return;
    said(await send(DetachDocument, { id: attachment.id }), t('attach.dropped', { name }));
    await refetch().catch(() => undefined);
  }
  return (
    <>
      <div className="as-row attachment-deeds">
        {report.viewerCanAttach && <ReplaceButton kind={attachment.kind} name={name} choosing={choosing} />}
        <PlainButton aria-label={t('attach.removeOne', { name })} disabled={isBusy} onClick={() => void drop()}>
          {t('attach.remove')}
        </PlainButton>
      </div>
      <ul className="as-list attachments-list">
        <ChoiceRows choosing={choosing} />
      </ul>
    </>
  );
}

function useReplacing(report: ReportInFullFragment, { clientId: refused }: Props['attachment']) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const { mends: _, ...draft } = mendingDraft(report, viewer);
  const promised: Promised = { kind: 'report', draft };
  return useChoosing({
    attached: () => draft.attachments ?? [],
    add: async (prepared) => {
      const chosen = await partOf(draft, prepared);
      const stored = { storedId: report.id, no: report.no };
      if (!(await replaceDelivered(localDb, draft, { promised, stored, refused, chosen })))
        throw new Error('it waits already');
      void sendNow();
      navigate(`/officer/sent/${promiseId(promised)}`);
    },
  });
}
