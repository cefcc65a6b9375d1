import { DIGEST_MACHINE } from '@lxq/schema/digests/digest-states.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { flushItems } from './editor/openAutosaves.ts';
import { WorkflowDialog } from './WorkflowDialog.tsx';
import { rowOf, stepsOf, type WorkflowDeed } from './workflow.deeds.ts';

interface Props {
  digest: DigestHeadFragment;
  onGo: (tab: string, item?: string) => void;
}

/** 送审, 退回修改, 签发, 印发, 作废: only what the viewer may do now. */
export function Workflow({ digest, onGo }: Props) {
  const { t } = useTranslation('digests');
  const [deed, setDeed] = useState<WorkflowDeed | null>(null);
  const possible = stepsOf(digest);
  return (
    <>
      <DeedButtons
        machine={DIGEST_MACHINE}
        deeds={possible}
        primary={possible.slice(-1).filter((each) => !rowOf(each).isGrave)}
        nameOf={(each) => t(`workflow.${each}.title`)}
        isBusy={false}
        ask={(each) => void flushItems().then(() => setDeed(each))}
      />
      {deed && (
        <WorkflowDialog
          deed={deed}
          digest={digest}
          onClose={() => setDeed(null)}
          onItem={(item) => {
            setDeed(null);
            onGo('edit', item);
          }}
        />
      )}
    </>
  );
}
