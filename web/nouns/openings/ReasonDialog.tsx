import { LIMITS } from '@lxq/schema/limits.ts';
import { reasonProblems, requestProblems } from '@lxq/schema/openings/opening-request.ts';
import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '../../session/useKeptText.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import type { Failure } from '../../ui/failure.ts';
import { UnitSelect } from '../network/UnitSelect.tsx';

export interface Given {
  reason: string;
  /** Of a request alone: the unit complained of. */
  about: string | null;
}
interface Props {
  deed: 'requestIdentity' | 'refuseIdentity';
  /** The report that is asked about, or the request that is refused. */
  subject: string;
  no: string;
  isBusy: boolean;
  /** Null when it was done. */
  send: (given: Given) => Promise<Failure | null>;
  onClose: () => void;
}
const EMPTY: Given = { reason: '', about: null };
const { reason: LENGTH } = LIMITS.opening;

/** Asks for the reason of a request or of its refusal; what was typed is kept until it is sent or thrown away. */
export function ReasonDialog({ deed, subject, no, isBusy, send, onClose }: Props) {
  const { t } = useTranslation(['desk', 'ui']);
  const kept = useKeptText({ deed, subject }, EMPTY);
  const { reason, about } = kept.value;
  const set = (changes: Partial<Given>) => kept.change({ ...kept.value, ...changes });
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRequest = deed === 'requestIdentity';
  const problems = isRequest ? requestProblems(kept.value) : reasonProblems(reason);
  const isReady = problems.length === 0;
  const submit = async () => {
    if (!isReady) return;
    const refused = await send({ reason: reason.trim(), about });
    setFailure(refused);
    if (refused) return;
    kept.forget();
    onClose();
  };
  return (
    <DeskModal
      open
      title={t(`opening.${deed}.title`, { no })}
      okText={t(`opening.${deed}.ok`)}
      okButtonProps={{ disabled: !isReady, loading: isBusy, danger: !isRequest }}
      cancelText={t('ui:cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
      width={600}
    >
      <Form layout="vertical" className="desk-dialog">
        <p className="desk-dialog-about">{t(`opening.${deed}.about`)}</p>
        <KeptNote isFound={kept.isFound} onDiscard={kept.forget} />
        {isRequest && (
          <Form.Item label={t('opening.unit')} htmlFor="opening-about" extra={t('opening.unitHint')} required>
            <UnitSelect id="opening-about" value={about} onChange={(unit) => set({ about: unit })} />
          </Form.Item>
        )}
        <ReasonField
          id="opening-reason"
          autoFocus={!isRequest}
          label={t(`opening.${deed}.label`)}
          length={LENGTH}
          value={reason}
          onChange={(changed) => set({ reason: changed })}
        />
        {failure && <FailureAlert failure={failure} />}
      </Form>
    </DeskModal>
  );
}
