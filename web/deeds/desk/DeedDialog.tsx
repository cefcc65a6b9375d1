import { Form } from 'antd';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import type { Failure } from '../../ui/failure.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import './deed-dialog.css';

interface Props {
  title: string;
  okText: string;
  isReady: boolean;
  isBusy: boolean;
  isDangerous?: boolean;
  width?: number;
  /** What was typed: kept until the server has said yes. */
  kept?: { isFound: boolean; forget: () => void };
  /** Says what came of it, or nothing where the screen shows by itself why it was not done. */
  send: () => Promise<Outcome<unknown> | undefined>;
  onDone?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** What a deed asks before it is done. It stays open, with all that was typed, until the server has said yes. Ctrl+Enter sends. */
export function DeedDialog({ kept, isReady, isBusy, isDangerous = false, send, onDone, onClose, ...rest }: Props) {
  const { title, okText, width = 600, children } = rest;
  const [failure, setFailure] = useState<Failure>();
  const submit = async () => {
    if (!isReady || isBusy) return;
    const outcome = await send();
    setFailure(outcome && 'failure' in outcome ? outcome.failure : undefined);
    if (!outcome || !('value' in outcome)) return;
    kept?.forget();
    onDone?.();
  };
  const sendByKey = (event: KeyboardEvent) => {
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
    if (isSend && !event.repeat) void submit();
  };
  return (
    <DeskModal
      open
      title={title}
      okText={okText}
      okButtonProps={{ disabled: !isReady, loading: isBusy, danger: isDangerous }}
      onOk={() => void submit()}
      onCancel={onClose}
      width={width}
      wrapProps={{ onKeyDown: sendByKey }}
    >
      <Form layout="vertical" className="deed-dialog">
        {kept && <KeptNote isFound={kept.isFound} onDiscard={kept.forget} />}
        {children}
        {failure && <FailureAlert failure={failure} />}
      </Form>
    </DeskModal>
  );
}
