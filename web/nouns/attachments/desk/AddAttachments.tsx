import type { AttachmentSubject } from '@lxq/schema/attachments/attachment-words.ts';
import { Button } from 'antd';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { DOCUMENTS } from '../../../device/prepare.ts';
import { useFailureWords } from '../../../ui/failure-words.ts';
import { weighing } from '../../../ui/sizes.ts';
import type { Sending } from './sendings.ts';
import { sendings } from './wire.ts';

interface Props {
  of: AttachmentSubject;
  id: string;
  /** The viewer may add. What was on its way when that ended says so. */
  isOpen: boolean;
  refetch: () => Promise<unknown>;
}

/** A field for files, and what of them is on its way: how far, or why not. */
export function AddAttachments({ of, id, isOpen, refetch }: Props) {
  const { t } = useTranslation('attaching');
  const thing = useMemo(() => ({ subject: of, id }), [of, id]);
  const under = useSyncExternalStore(sendings.watch, () => sendings.of(thing));
  const before = useRef(under.length);
  useEffect(() => {
    // An open page hears of what came by itself; should the line be cut, it is asked for here.
    if (under.length < before.current) void refetch().catch(() => undefined);
    before.current = under.length;
  }, [under.length, refetch]);
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      {under.length > 0 && (
        <ul className="as-list attached-lines">
          {under.map((one) => (
            <SendingRow
              key={one.clientId}
              sending={one}
              onRetry={() => sendings.retry(thing, one)}
              onGiveUp={() => sendings.giveUp(thing, one.clientId)}
            />
          ))}
        </ul>
      )}
      {isOpen && (
        <p className="as-wrap attached-add">
          <Button onClick={() => field.current?.click()}>{t('deed')}</Button>
          <span>{t('hint')}</span>
          <input
            ref={field}
            hidden
            type="file"
            multiple
            accept={`image/*,${DOCUMENTS}`}
            aria-label={t('deed')}
            onChange={({ target }) => {
              sendings.choose(thing, [...(target.files ?? [])]);
              // The same file again is another choice.
              target.value = '';
            }}
          />
        </p>
      )}
    </>
  );
}

interface RowProps {
  sending: Sending;
  onRetry: () => void;
  onGiveUp: () => void;
}
function SendingRow({ sending, onRetry, onGiveUp }: RowProps) {
  const { t } = useTranslation('attaching');
  const wordsOf = useFailureWords();
  const { file, state, sent, fault, failure } = sending;
  const isFailed = state === 'FAILED';
  const why = () => (fault ? t(`fault.${fault}`) : `${wordsOf(failure).line} ${t('kept')}`);
  const says = isFailed ? why() : t(state, { percent: sent });
  return (
    <li className="as-row attached-line" aria-busy={!isFailed}>
      <span className="attached-words">
        <b>{file.name}</b>
        <span>{weighing(file.size)}</span>
        {state === 'SENDING' && <progress max={100} value={sent} aria-label={file.name} />}
        <span className={isFailed ? 'attached-refused' : undefined} role={isFailed ? 'alert' : 'status'}>
          {says}
        </span>
      </span>
      {isFailed && !fault && (
        <Button size="small" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
      {(isFailed || state === 'WAITING') && (
        <Button size="small" onClick={onGiveUp}>
          {t('dismiss')}
        </Button>
      )}
    </li>
  );
}
