import { useApolloClient, useQuery } from '@apollo/client/react';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { Alert, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { useViewer } from '../../session/session.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Failure } from '../../ui/failure.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { shanghaiDay } from '../../ui/time.ts';
import { CheckList } from './CheckList.tsx';
import { DigestChecksDocument, DigestTimelineDocument } from './desk.generated.ts';
import css from './digests.module.css';
import { DigestDeskDocument } from './editor/editor.generated.ts';
import { IssueSummary } from './IssueSummary.tsx';
import { asksWords, SHOWS, useWorkflow, type WorkflowDeed } from './workflow.deeds.ts';

interface Props {
  deed: WorkflowDeed;
  digest: DigestHeadFragment;
  onClose: () => void;
  onItem: (item: string) => void;
}

/** Confirms one step of the issue by its consequence, and lists every unmet guard when the server refuses. */
export function WorkflowDialog({ deed, digest, onClose, onItem }: Props) {
  const { t } = useTranslation(['digests', 'words']);
  const isEarly = deed === 'issue' && digest.periodTo >= shanghaiDay(new Date().toISOString());
  const { role } = useViewer().post;
  const mayWrite = asksWords(deed) || (isEarly && role === 'COUNTY_DIRECTOR');
  const kept = useKeptText({ deed: `digest.${deed}`, subject: digest.id }, '');
  const words = kept.value;
  const { send, isBusy, failure } = useStep({ deed, digest, words, onDone: kept.forget, onClose });
  const isComplete = mayWrite ? lengthFault(words, WORDS) === null : !isEarly;
  return (
    <DeskModal
      open
      title={t(`workflow.${deed}.title`)}
      okText={t(`workflow.${deed}.title`)}
      okButtonProps={{ danger: deed === 'void', disabled: !isComplete, loading: isBusy }}
      onOk={() => void send()}
      onCancel={onClose}
      width={620}
    >
      <p className={css.panelLead}>{t(`workflow.${deed}.consequence`)}</p>
      {isEarly && (
        <Alert className={css.early} type="warning" showIcon title={t('workflow.early', { day: digest.periodTo })} />
      )}
      {mayWrite && (
        <Form layout="vertical">
          <ReasonField
            id="workflow-words"
            autoFocus
            label={t(isEarly ? 'workflow.earlyReason' : 'workflow.words')}
            length={WORDS}
            value={words}
            onChange={kept.change}
          />
        </Form>
      )}
      {mayWrite && <KeptNote isFound={kept.isFound} onDiscard={kept.forget} />}
      {SHOWS[deed] === 'summary' && <IssueSummary digest={digest} />}
      {SHOWS[deed] && deed !== 'issue' && <DialogChecks id={digest.id} onItem={onItem} />}
      {failure && <Refusal deed={deed} failure={failure} />}
    </DeskModal>
  );
}

interface Doing extends Omit<Props, 'onItem'> {
  words: string;
  onDone: () => void;
}
function useStep({ deed, digest, words, onDone, onClose }: Doing) {
  const { t } = useTranslation(['digests', 'words']);
  const client = useApolloClient();
  const issueName = useIssueName();
  const { done } = useMessages();
  const [failure, setFailure] = useState<Failure | null>(null);
  const { carry, isBusy } = useWorkflow();
  const send = async () => {
    setFailure(null);
    const outcome = await carry(deed, digest, words.trim());
    if ('failure' in outcome) {
      setFailure(outcome.failure);
      if (outcome.failure.code === 'CONFLICT') void client.refetchQueries({ include: [DigestDeskDocument] });
    }
    if (!('value' in outcome)) return;
    done(t('workflow.done', { deed: t(`words:deed.${deed}`), issue: issueName(digest) }));
    void client.refetchQueries({ include: [DigestDeskDocument, DigestTimelineDocument] });
    onDone();
    onClose();
  };
  return { send, isBusy, failure };
}

function DialogChecks({ id, onItem }: { id: string; onItem: (item: string) => void }) {
  const { data } = useQuery(DigestChecksDocument, { variables: { id }, fetchPolicy: 'network-only' });
  return data ? <CheckList checks={data.digest.checks} onItem={onItem} /> : null;
}

function Refusal({ deed, failure }: { deed: WorkflowDeed; failure: Failure }) {
  const { t } = useTranslation('digests');
  const { line, reasons: guards } = useFailureWords()(failure);
  const isConflict = failure.code === 'CONFLICT';
  const title = guards.length > 0 ? t('workflow.refused', { deed: t(`workflow.${deed}.title`) }) : line;
  return (
    <Alert
      className={css.refusal}
      type="error"
      showIcon
      role="alert"
      title={title}
      description={isConflict ? t('workflow.conflict') : guards.length > 0 && <Guards guards={guards} />}
    />
  );
}

function Guards({ guards }: { guards: string[] }) {
  return (
    <ul>
      {guards.map((guard) => (
        <li key={guard}>{guard}</li>
      ))}
    </ul>
  );
}
