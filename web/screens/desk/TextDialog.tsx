import type { ReportDeed } from '@lxq/schema/reports/report-states.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { Button, Form, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Handled } from '../../deeds/useDeeds.ts';
import { useReport } from '../../nouns/reports/useReport.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import type { Failure } from '../../ui/failure.ts';
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

/**
 * Asks for the words that a deed needs. What was typed outlives refusals, conflicts, other people's changes, and the dialog: it
 * is kept until it is sent or thrown away.
 */
export function TextDialog({ deed, ids, isBusy, send, onClose }: Props) {
  const { t } = useTranslation(['desk', 'ui']);
  const kept = useKeptText({ deed, subject: ids.length === 1 ? String(ids[0]) : 'many' }, '');
  const text = kept.value;
  const field = useRef<InputRef>(null);
  const [failure, setFailure] = useState<Failure>();
  const nameOf = useDeedName();
  const { report, refetch } = useReport(ids.length === 1 ? ids[0] : undefined);
  const seen = useSeen(report);
  const isPossible = ids.length > 1 || (!!report && may(deed, report));
  const isReady = isPossible && !seen.isChanged && lengthFault(text, WORDS) === null;

  const pick = (phrase: string) => {
    kept.change(text.trimEnd() + phrase);
    field.current?.focus();
  };
  const submit = async () => {
    if (!isReady) return;
    setFailure(undefined);
    const one = report && seen.version !== undefined ? { id: report.id, version: seen.version } : undefined;
    const outcome = await send(text.trim(), one);
    if ('value' in outcome) return kept.forget();
    if (!('failure' in outcome)) return;
    setFailure(outcome.failure);
    if (outcome.failure.code === 'CONFLICT') await refetch().catch(() => undefined);
  };

  return (
    <DeskModal
      open
      title={
        ids.length > 1
          ? t('text.titleMany', { deed: nameOf(deed), count: ids.length })
          : t('text.title', { deed: nameOf(deed), no: report?.no ?? '' })
      }
      okText={t(`text.ok.${deed as 'return'}`, { defaultValue: nameOf(deed) })}
      okButtonProps={{ disabled: !isReady, loading: isBusy }}
      cancelText={t('ui:cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
      width={600}
    >
      <Form layout="vertical" className="desk-dialog">
        {report && <p className="desk-dialog-about">{report.excerpt}</p>}
        <Templates deed={deed} onPick={pick} />
        <KeptNote isFound={kept.isFound} onDiscard={kept.forget} />
        <ReasonField
          id="text-reason"
          ref={field}
          autoFocus
          label={t(`text.label.${deed as 'archive'}`, { defaultValue: t('text.label.any') })}
          length={WORDS}
          value={text}
          onChange={kept.change}
          onKeyDown={(event) => {
            const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
            if (isSend) void submit();
          }}
        />
        {seen.isChanged && <ChangedNotice steps={seen.newSteps} onAccept={seen.acceptNow} />}
        {!seen.isChanged && failure && failure.code !== 'CONFLICT' && <FailureAlert failure={failure} />}
        {report && !isPossible && !seen.isChanged && <p className="desk-impossible">{t('changed.impossible')}</p>}
      </Form>
    </DeskModal>
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
