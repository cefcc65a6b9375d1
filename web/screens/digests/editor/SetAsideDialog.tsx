import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault, visibleLength } from '@lxq/schema/texts/characters.ts';
import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '../../../session/useKeptText.ts';
import { DeskModal } from '../../../ui/desk/dialogs.tsx';
import { KeptNote } from '../../../ui/desk/KeptNote.tsx';
import { PersonalDataHint } from '../../../ui/PersonalDataHint.tsx';

interface Props {
  count: number;
  /** Null when it was done, otherwise why not. */
  send: (reason: string) => Promise<string | null>;
  onClose: () => void;
}

/** Asks why the county does not use these reports; what is typed stays until it was done. */
export function SetAsideDialog({ count, send, onClose }: Props) {
  const { t } = useTranslation(['digests', 'ui']);
  const kept = useKeptText({ deed: 'setAside', subject: 'many' }, '');
  const reason = kept.value;
  const [isSending, setSending] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const go = async () => {
    setSending(true);
    const words = await send(reason);
    setSending(false);
    if (words !== null) return setFault(words);
    kept.forget();
    onClose();
  };
  return (
    <DeskModal
      open
      title={t('candidates.setAsideTitle', { count })}
      okText={t('candidates.setAside')}
      cancelText={t('ui:cancel')}
      okButtonProps={{ disabled: lengthFault(reason, LIMITS.report.reason) !== null, loading: isSending }}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <p>{t('candidates.setAsideHint')}</p>
      <KeptNote isFound={kept.isFound} onDiscard={kept.forget} />
      <Form.Item>
        <Input.TextArea
          autoFocus
          rows={3}
          aria-label={t('candidates.reason')}
          placeholder={t('candidates.reason')}
          count={{ show: true, max: LIMITS.report.reason.max, strategy: visibleLength }}
          value={reason}
          onChange={(event) => kept.change(event.target.value)}
        />
      </Form.Item>
      <PersonalDataHint text={reason} onMask={kept.change} />
      {fault && <Alert type="error" showIcon title={fault} />}
    </DeskModal>
  );
}
