import { useApolloClient, useQuery } from '@apollo/client/react';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { lengthOf } from '@lxq/schema/transitions.ts';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { useIssueName } from '../../nouns/digests/useIssueName.ts';
import { useViewer } from '../../session/session.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { shanghaiDay } from '../../ui/time.ts';
import { CheckList } from './CheckList.tsx';
import { DigestChecksDocument, DigestTimelineDocument } from './desk.generated.ts';
import css from './digests.module.css';
import { DigestDeskDocument } from './editor/editor.generated.ts';
import { IssueSummary } from './IssueSummary.tsx';
import { rowOf, SHOWS, useWorkflow, type WorkflowDeed } from './workflow.deeds.ts';

interface Props {
  deed: WorkflowDeed;
  digest: DigestHeadFragment;
  onClose: () => void;
  onItem: (item: string) => void;
}

/** Confirms one step of the issue by its consequence, and lists every unmet guard when the server refuses. */
export function WorkflowDialog({ deed, digest, onClose, onItem }: Props) {
  const { t } = useTranslation('digests');
  const isEarly = deed === 'issue' && digest.periodTo >= shanghaiDay(new Date().toISOString());
  const { role } = useViewer().post;
  const row = rowOf(deed);
  const mayWrite = Boolean(row.asks) || (isEarly && role === 'COUNTY_DIRECTOR');
  const kept = useKeptText({ deed: `digest.${deed}`, subject: digest.id }, '');
  const words = kept.value;
  const length = lengthOf(row);
  const { send, isBusy } = useStep(deed, digest);
  return (
    <DeedDialog
      title={t(`workflow.${deed}.title`)}
      okText={t(`workflow.${deed}.title`)}
      isReady={mayWrite ? lengthFault(words, length) === null : !isEarly}
      isBusy={isBusy}
      isDangerous={row.isGrave === true}
      {...(mayWrite ? { kept } : {})}
      send={() => send(mayWrite ? words.trim() : '')}
      onDone={onClose}
      onClose={onClose}
      width={620}
    >
      <p className="deed-dialog-about">{t(`workflow.${deed}.consequence`)}</p>
      {isEarly && (
        <Alert className={css.early} type="warning" showIcon title={t('workflow.early', { day: digest.periodTo })} />
      )}
      {mayWrite && (
        <ReasonField
          id="workflow-words"
          autoFocus
          label={t(isEarly ? 'workflow.earlyReason' : 'workflow.words')}
          length={length}
          value={words}
          onChange={kept.change}
        />
      )}
      {SHOWS[deed] === 'summary' && <IssueSummary digest={digest} />}
      {SHOWS[deed] && deed !== 'issue' && <DialogChecks id={digest.id} onItem={onItem} />}
    </DeedDialog>
  );
}

function useStep(deed: WorkflowDeed, digest: DigestHeadFragment) {
  const { t } = useTranslation(['digests', 'words']);
  const client = useApolloClient();
  const issueName = useIssueName();
  const { done } = useMessages();
  const { carry, isBusy } = useWorkflow();
  const send = async (words: string) => {
    const outcome = await carry(deed, digest, words);
    if ('value' in outcome) done(t('workflow.done', { deed: t(`words:deed.${deed}`), issue: issueName(digest) }));
    if ('value' in outcome || ('failure' in outcome && outcome.failure.code === 'CONFLICT'))
      void client.refetchQueries({ include: [DigestDeskDocument, DigestTimelineDocument] });
    return outcome;
  };
  return { send, isBusy };
}

function DialogChecks({ id, onItem }: { id: string; onItem: (item: string) => void }) {
  const { data } = useQuery(DigestChecksDocument, { variables: { id }, fetchPolicy: 'network-only' });
  return data ? <CheckList checks={data.digest.checks} onItem={onItem} /> : null;
}
