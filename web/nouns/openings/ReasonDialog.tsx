import { LIMITS } from '@lxq/schema/limits.ts';
import { reasonProblems, requestProblems } from '@lxq/schema/openings/opening-request.ts';
import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import { OrgTree } from '../network/OrgTree.tsx';

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
  send: (given: Given) => Promise<Outcome<unknown>>;
  onClose: () => void;
}
const EMPTY: Given = { reason: '', about: null };

/** Asks for the reason of a request or of its refusal. */
export function ReasonDialog({ deed, subject, no, isBusy, send, onClose }: Props) {
  const { t } = useTranslation(['openings', 'words']);
  const kept = useKeptText({ deed, subject }, EMPTY);
  const { reason, about } = kept.value;
  const set = (changes: Partial<Given>) => kept.change({ ...kept.value, ...changes });
  const isRequest = deed === 'requestIdentity';
  const problems = isRequest ? requestProblems(kept.value) : reasonProblems(reason);
  return (
    <DeedDialog
      title={t(`${deed}.title`, { no })}
      okText={t(`${deed}.ok`)}
      isReady={problems.length === 0}
      isBusy={isBusy}
      isDangerous={!isRequest}
      kept={kept}
      send={() => send({ reason: reason.trim(), about })}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t(`${deed}.about`)}</p>
      {isRequest && (
        <Form.Item label={t('unit')} htmlFor="opening-about" extra={t('unitHint')} required>
          <OrgTree
            of="units"
            id="opening-about"
            label={t('words:org.search')}
            value={about}
            onChange={(unit) => set({ about: unit ?? null })}
          />
        </Form.Item>
      )}
      <ReasonField
        id="opening-reason"
        autoFocus={!isRequest}
        label={t(`${deed}.label`)}
        length={LIMITS.opening.reason}
        value={reason}
        onChange={(changed) => set({ reason: changed })}
      />
    </DeedDialog>
  );
}
