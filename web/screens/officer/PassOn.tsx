import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { lengthOf } from '@lxq/schema/transitions.ts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../deeds/useDeeds.ts';
import { useSend } from '../../deeds/useSend.ts';
import {
  MarkMineToldDocument,
  MarkMineUntoldDocument,
  type ReportInFullFragment,
} from '../../nouns/reports/phone/mine.generated.ts';
import { type KeptTyping, useKeptText } from '../../session/useKeptText.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { ReasonField } from '../../ui/phone/ReasonField.tsx';
import { useSaid } from '../../ui/phone/useSaid.ts';
import { shanghaiTime } from '../../ui/time.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import { isOvertaken } from './isOvertaken.ts';

interface Props {
  report: ReportInFullFragment;
  refetch: () => Promise<unknown>;
}

/** An answer is for the villager: whoever heard them says whether they have it, or why not (R48). */
export function PassOn({ report, refetch }: Props) {
  const { t } = useTranslation('officer');
  const said = useSaid();
  const { isBusy, send } = useSend();
  const kept = useKeptText({ deed: 'untold', subject: report.id }, '');
  const [isAsking, setAsking] = useState(kept.isFound);
  const { id, version, toldAt, untoldReason } = report;

  async function done(sent: Promise<Outcome<unknown>>, words: string) {
    const outcome = await sent;
    if ('failure' in outcome && isOvertaken(outcome.failure)) await refetch().catch(() => undefined);
    said(outcome, words);
  }
  if (toldAt) return <p className="card-note">{t('one.told.told', { at: shanghaiTime(toldAt) })}</p>;
  const mayTell = may(REPORT_MACHINE, 'tell', report);
  return (
    <>
      {untoldReason && <p className="card-note">{t('one.told.untold', { reason: untoldReason })}</p>}
      {mayTell && !untoldReason && <p className="card-note">{t('one.told.ask')}</p>}
      {mayTell && (
        <div className="as-row card-deeds">
          <PlainButton
            kind="primary"
            disabled={isBusy}
            onClick={() => void done(send(MarkMineToldDocument, { id, version }), t('one.told.doneTold'))}
          >
            {t('one.told.yes')}
          </PlainButton>
          {may(REPORT_MACHINE, 'cannotTell', report) && (
            <PlainButton disabled={isBusy} aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
              {t('one.told.no')}
            </PlainButton>
          )}
        </div>
      )}
      {isAsking && (
        <WhyNot
          isBusy={isBusy}
          kept={kept}
          onSend={(reason) =>
            void done(
              send(MarkMineUntoldDocument, { id, version, reason }).then((outcome) => {
                if ('value' in outcome) kept.forget();
                return outcome;
              }),
              t('one.told.doneUntold'),
            )
          }
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

const LENGTH = lengthOf(REPORT_MACHINE.cannotTell);

interface WhyNotProps {
  isBusy: boolean;
  /** Outlives a reload, until it is sent. */
  kept: KeptTyping<string>;
  onSend: (reason: string) => void;
  onClose: () => void;
}

function WhyNot({ isBusy, kept, onSend, onClose }: WhyNotProps) {
  const { t } = useTranslation('officer');
  const { value: reason } = kept;
  function submit(event: FormEvent) {
    event.preventDefault();
    onSend(reason.trim());
  }
  return (
    <form className="as-stack" onSubmit={submit}>
      <ReasonField id="untold-reason" label={t('one.told.why')} length={LENGTH} value={reason} onChange={kept.change} />
      <div className="as-row card-deeds">
        <PlainButton type="submit" kind="primary" disabled={isBusy || lengthFault(reason, LENGTH) !== null}>
          {t('one.told.ok')}
        </PlainButton>
        <PlainButton onClick={onClose}>{t('one.told.cancel')}</PlainButton>
      </div>
    </form>
  );
}
