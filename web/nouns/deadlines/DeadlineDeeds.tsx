import { extensionProblems } from '@lxq/schema/deadlines/deadline-drafts.ts';
import { DEADLINE_MACHINE, type DeadlineDeed } from '@lxq/schema/deadlines/deadline-states.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import { type DeadlineWholeFragment, RequestExtensionDocument } from './deadlines.generated.ts';
import * as documents from './deeds.derived.generated.ts';
import { useRuleName } from './useRuleName.ts';

const DEEDS = Object.keys(DEADLINE_MACHINE) as DeadlineDeed[];
type Asking = Exclude<DeadlineDeed, 'approveExtension'>;

/** On a desk, beside the tag: asking for more time, and deciding on it. */
export function DeadlineDeeds({ deadline }: { deadline: DeadlineWholeFragment }) {
  const { t } = useTranslation('deadlines');
  const { said } = useMessages();
  const [asked, setAsked] = useState<Asking>();
  const { isBusy, one, send } = useDeeds<DeadlineDeed, DeadlineWholeFragment>(DEADLINE_MACHINE, documents);
  const ask = async (deed: DeadlineDeed) => {
    if (deed !== 'approveExtension') return setAsked(deed);
    said(await one(deed, deadline), t(`done.${deed}`));
  };
  const { id, version } = deadline;
  return (
    <>
      <DeedButtons
        machine={DEADLINE_MACHINE}
        deeds={DEEDS.filter((deed) => may(DEADLINE_MACHINE, deed, deadline))}
        primary={['approveExtension']}
        nameOf={(deed) => t(`deed.${deed}`)}
        isBusy={isBusy}
        ask={(deed) => void ask(deed)}
      />
      {asked && (
        <AskDialog
          deed={asked}
          deadline={deadline}
          isBusy={isBusy}
          send={({ days, reason }) =>
            asked === 'requestExtension'
              ? send(RequestExtensionDocument, { id, version, days, reason })
              : one(asked, deadline, reason)
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

interface Given {
  days: number;
  reason: string;
}
interface Props {
  deed: Asking;
  deadline: DeadlineWholeFragment;
  isBusy: boolean;
  send: (given: Given) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

/** How many days and why; of a refusal, why. */
function AskDialog({ deed, deadline: { id, rule, extensionMost }, isBusy, send, onClose }: Props) {
  const { t } = useTranslation('deadlines');
  const { done } = useMessages();
  const name = useRuleName()(rule);
  const most = extensionMost ?? 0;
  const kept = useKeptText<Given>({ deed, subject: id }, { days: most, reason: '' });
  const { days, reason } = kept.value;
  const set = (changes: Partial<Given>) => kept.change({ ...kept.value, ...changes });
  const isRequest = deed === 'requestExtension';
  return (
    <DeedDialog
      title={`${t(`deed.${deed}`)} · ${name}`}
      okText={t(`deed.${deed}`)}
      isReady={extensionProblems(rule, { days: isRequest ? days : 1, reason: reason.trim() }).length === 0}
      isBusy={isBusy}
      kept={kept}
      send={() => send({ days, reason: reason.trim() })}
      onDone={() => {
        done(t(`done.${deed}`));
        onClose();
      }}
      onClose={onClose}
    >
      {isRequest && (
        <Form.Item label={t('extendBy')} htmlFor="extension-days" extra={t('extendHint', { most })} required>
          <InputNumber
            id="extension-days"
            min={1}
            max={most}
            precision={0}
            value={days}
            onChange={(changed) => set({ days: changed ?? Number.NaN })}
          />
        </Form.Item>
      )}
      <ReasonField
        id="extension-reason"
        label={t(isRequest ? 'reason' : 'refusal')}
        length={LIMITS.deadline.reason}
        value={reason}
        onChange={(changed) => set({ reason: changed })}
      />
    </DeedDialog>
  );
}
