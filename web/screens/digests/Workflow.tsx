import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { flushItems } from './editor/openAutosaves.ts';
import { WorkflowDialog } from './WorkflowDialog.tsx';
import { stepsOf, type WorkflowDeed } from './workflow.deeds.ts';

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
      {possible.map((each, index) => (
        <Button
          key={each}
          danger={each === 'void'}
          type={index === possible.length - 1 && each !== 'void' ? 'primary' : 'default'}
          onClick={() => void flushItems().then(() => setDeed(each))}
        >
          {t(`workflow.${each}.title`)}
        </Button>
      ))}
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
