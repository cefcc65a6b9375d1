import { useQuery } from '@apollo/client/react';
import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { may } from '../../deeds/useDeeds.ts';
import { useSend } from '../../deeds/useSend.ts';
import { AsOf } from '../../device/AsOf.tsx';
import { localDb } from '../../device/local-db.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { MyContact } from '../../nouns/contacts/phone/MyContact.tsx';
import {
  OneReportDocument,
  type ReportInFullFragment,
  WithdrawMineDocument,
} from '../../nouns/reports/phone/mine.generated.ts';
import { ReportInFull } from '../../nouns/reports/phone/ReportInFull.tsx';
import { useViewer } from '../../session/session.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Dialog, Toast } from '../../ui/phone/dialogs.ts';
import { useSaid } from '../../ui/phone/useSaid.ts';
import { aheadOf } from './ahead.ts';
import { MissingDeeds } from './attachments/MissingDeeds.tsx';
import { isOvertaken } from './isOvertaken.ts';
import { copiedDraft, mendingDraft } from './mending.ts';
import { PassOn } from './PassOn.tsx';

/** One of the officer's own reports: what became of it, the answer, and what its author may still do. */
export function MyReport() {
  const { t } = useTranslation('officer');
  const viewer = useViewer();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(OneReportDocument, { variables: { id } });
  useTabTitle(data?.report.no ?? t('mine.title'));
  useRefetchOnChanges(({ reportId }) => reportId === id, refetch);
  return (
    <>
      <AsOf questions={[[OneReportDocument, { id }], aheadOf(viewer)]} />
      <Loaded data={data?.report} asked={{ error, refetch }} isPage>
        {(report) => (
          <ReportInFull
            report={report}
            refetch={refetch}
            deedsOf={(attachment, name) =>
              attachment.state !== 'ARRIVED' &&
              attachment.viewerCanDetach && (
                <MissingDeeds report={report} attachment={attachment} name={name} refetch={refetch} />
              )
            }
          >
            <PassOn key={report.version} report={report} refetch={refetch} />
            <Deeds report={report} refetch={refetch} />
            <section>
              <MyContact key={id} id={id} />
            </section>
          </ReportInFull>
        )}
      </Loaded>
    </>
  );
}

function Deeds({ report, refetch }: { report: ReportInFullFragment; refetch: () => Promise<unknown> }) {
  const { t } = useTranslation(['officer', 'ui']);
  const viewer = useViewer();
  const navigate = useNavigate();
  const said = useSaid();
  const { isBusy, send } = useSend();

  async function mend() {
    const here = await localDb.parts
      .where('clientId')
      .anyOf(report.attachments.map(({ clientId }) => clientId))
      .primaryKeys();
    const draft = mendingDraft(report, viewer, new Set(here));
    const earlier = await localDb.drafts.get(draft.clientId).catch(() => undefined);
    const isSame = earlier?.mends?.version === report.version;
    await localDb.drafts.put(isSame ? earlier : draft);
    navigate(`/officer/draft/${draft.clientId}`);
  }
  async function writeAnew() {
    const draft = copiedDraft(report, viewer);
    await localDb.drafts.put(draft);
    navigate(`/officer/draft/${draft.clientId}`);
  }
  async function takeBack() {
    const { no, id, version } = report;
    const isSure = await Dialog.confirm({
      title: t('one.withdrawAsk', { no }),
      content: t('one.withdrawHint'),
      confirmText: t('one.withdraw'),
    });
    if (!isSure) return;
    const outcome = await send(WithdrawMineDocument, { id, version });
    if ('failure' in outcome && isOvertaken(outcome.failure)) await refetch().catch(() => undefined);
    said(outcome, t('one.withdrawn', { no }));
  }
  async function copyLink() {
    await navigator.clipboard?.writeText(location.href).catch(() => undefined);
    Toast.show(t('ui:copied'));
  }

  return (
    <div className="as-row card-deeds">
      {may(REPORT_MACHINE, 'resubmit', report) && (
        <PlainButton kind="primary" onClick={() => void mend()}>
          {t('one.mend')}
        </PlainButton>
      )}
      {report.state === 'WITHDRAWN' && <PlainButton onClick={() => void writeAnew()}>{t('one.anew')}</PlainButton>}
      {may(REPORT_MACHINE, 'withdraw', report) && (
        <PlainButton disabled={isBusy} onClick={() => void takeBack()}>
          {t('one.withdraw')}
        </PlainButton>
      )}
      {'clipboard' in navigator && <PlainButton onClick={() => void copyLink()}>{t('one.copy')}</PlainButton>}
    </div>
  );
}
