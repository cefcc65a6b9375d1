import { REPORT_MACHINE, type ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { lengthOf } from '@lxq/schema/transitions.ts';
import { Button, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { Handled } from '../../deeds/useDeeds.ts';
import { useReport } from '../../nouns/reports/useReport.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import { ChangedNotice } from './ChangedNotice.tsx';
import { PHRASES } from './phrases.ts';
import { useDeedName } from './useDeedName.ts';
import { may } from './useReportDeeds.ts';
import { useSeen } from './useSeen.ts';

interface Props {
  deed: ReportDeed;
  /** One report, or several to be returned for the same reason. */
  ids: readonly string[];
  isBusy: boolean;
  send: (text: string, one: Handled | undefined) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

/** Asks for the words that a deed needs. What was typed outlives other people's changes as well. */
export function TextDialog({ deed, ids, isBusy, send, onClose }: Props) {
  const { t } = useTranslation('desk');
  const kept = useKeptText({ deed, subject: ids.length === 1 ? String(ids[0]) : 'many' }, '');
  const text = kept.value;
  const field = useRef<InputRef>(null);
  const nameOf = useDeedName();
  const { report, refetch } = useReport(ids.length === 1 ? ids[0] : undefined);
  const seen = useSeen(report);
  const isPossible = ids.length > 1 || (!!report && may(deed, report));
  const length = lengthOf(REPORT_MACHINE[deed]);

  const pick = (phrase: string) => {
    kept.change(text.trimEnd() + phrase);
    field.current?.focus();
  };
  const submit = async () => {
    const one = report && seen.version !== undefined ? { id: report.id, version: seen.version } : undefined;
    const outcome = await send(text.trim(), one);
    if (!('failure' in outcome) || outcome.failure.code !== 'CONFLICT') return outcome;
    // What others have done is shown in its place, once it is here.
    const isShown = await refetch().then(
      () => true,
      () => false,
    );
    return isShown ? undefined : outcome;
  };

  return (
    <DeedDialog
      title={
        ids.length > 1
          ? t('text.titleMany', { deed: nameOf(deed), count: ids.length })
          : t('text.title', { deed: nameOf(deed), no: report?.no ?? '' })
      }
      okText={t(`text.ok.${deed as 'return'}`, { defaultValue: nameOf(deed) })}
      isReady={isPossible && !seen.isChanged && lengthFault(text, length) === null}
      isBusy={isBusy}
      kept={kept}
      send={submit}
      onClose={onClose}
    >
      {report && <p className="deed-dialog-about">{report.excerpt}</p>}
      <Templates deed={deed} onPick={pick} />
      <ReasonField
        id="text-reason"
        ref={field}
        autoFocus
        label={t(`text.label.${deed as 'archive'}`, { defaultValue: t('text.label.any') })}
        length={length}
        value={text}
        onChange={kept.change}
      />
      {seen.isChanged && <ChangedNotice steps={seen.newSteps} onAccept={seen.acceptNow} />}
      {report && !isPossible && !seen.isChanged && <p className="desk-impossible">{t('changed.impossible')}</p>}
    </DeedDialog>
  );
}

function Templates({ deed, onPick }: { deed: ReportDeed; onPick: (phrase: string) => void }) {
  const { t } = useTranslation('desk');
  const phrases = PHRASES[deed] ?? [];
  if (phrases.length === 0) return null;
  return (
    <div className="as-row desk-phrases">
      <span>{t('text.phrases')}</span>
      {phrases.map((phrase) => (
        <Button key={phrase} size="small" lang="zh-CN" onClick={() => onPick(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  );
}
