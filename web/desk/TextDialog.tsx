import { lengthFault, visibleLength } from '@lxq/schema/characters.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Button, Input, type InputRef, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../failure.ts';
import { useReport } from '../reports/useReport.ts';
import { ChangedNotice } from './ChangedNotice.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { may } from './rights.ts';
import type { Handled, Outcome } from './useDeeds.ts';
import { useSeen } from './useSeen.ts';

export type TextDeed = 'return' | 'reply' | 'archive';
interface Props {
  deed: TextDeed;
  /** One report, or several to be returned for the same reason. */
  ids: readonly string[];
  isBusy: boolean;
  send: (text: string, one: Handled | undefined) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

/** Asks for the words that a deed needs. What was typed outlives refusals, conflicts and other people's changes. */
export function TextDialog({ deed, ids, isBusy, send, onClose }: Props) {
  const { t } = useTranslation(['desk', 'ui']);
  const [text, setText] = useState('');
  const field = useRef<InputRef>(null);
  const [failure, setFailure] = useState<Failure>();
  const { report, refetch } = useReport(ids.length === 1 ? ids[0] : undefined);
  const seen = useSeen(report);
  const isPossible = ids.length > 1 || (!!report && may(deed, report));
  const isReady = isPossible && !seen.isChanged && lengthFault(text, LIMITS.report.reason) === null;

  const pick = (phrase: string) => {
    setText((now) => now.trimEnd() + phrase);
    field.current?.focus();
  };
  const submit = async () => {
    if (!isReady) return;
    setFailure(undefined);
    const one = report && seen.version !== undefined ? { id: report.id, version: seen.version } : undefined;
    const outcome = await send(text.trim(), one);
    if ('value' in outcome) return onClose();
    if (!('failure' in outcome)) return;
    setFailure(outcome.failure);
    if (outcome.failure.code === 'CONFLICT') await refetch().catch(() => undefined);
  };

  return (
    <Modal
      open
      title={
        ids.length > 1
          ? t(`text.${deed}.titleMany`, { count: ids.length })
          : t(`text.${deed}.title`, { no: report?.no ?? '' })
      }
      okText={t(`text.${deed}.ok`)}
      okButtonProps={{ disabled: !isReady, loading: isBusy }}
      cancelText={t('ui:cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
      mask={{ closable: text === '' }}
      width={600}
    >
      <div className="desk-dialog">
        {report && <p className="desk-dialog-about">{report.excerpt}</p>}
        <Templates deed={deed} onPick={pick} />
        <Input.TextArea
          ref={field}
          autoFocus
          aria-label={t(`text.${deed}.label`)}
          placeholder={t(`text.${deed}.label`)}
          value={text}
          rows={4}
          count={{ show: true, max: LIMITS.report.reason.max, strategy: visibleLength }}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
            if (isSend) void submit();
          }}
        />
        {seen.isChanged && <ChangedNotice steps={seen.newSteps} onAccept={seen.acceptNow} />}
        {!seen.isChanged && failure && failure.code !== 'CONFLICT' && <FailureAlert failure={failure} />}
        {report && !isPossible && !seen.isChanged && <p className="desk-impossible">{t('changed.impossible')}</p>}
      </div>
    </Modal>
  );
}

const COUNT = { return: 5, reply: 3, archive: 3 } as const;
/** 常用语: what is said often, to be completed. */
function Templates({ deed, onPick }: { deed: TextDeed; onPick: (phrase: string) => void }) {
  const { t } = useTranslation('desk');
  const phrases = Array.from({ length: COUNT[deed] }, (_, n) =>
    t(`text.${deed}.phrase${n + 1}` as 'text.return.phrase1'),
  );
  return (
    <div className="desk-phrases">
      <span>{t('text.phrases')}</span>
      {phrases.map((phrase) => (
        <Button key={phrase} size="small" onClick={() => onPick(phrase)}>
          {phrase}
        </Button>
      ))}
    </div>
  );
}
