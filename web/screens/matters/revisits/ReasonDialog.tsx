import { REVISIT_MACHINE } from '@lxq/schema/revisits/revisit-states.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { lengthOf, type Transition } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { CountRevisitDocument, ExplainRevisitDocument } from '../../../nouns/revisits/deeds.derived.generated.ts';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { useMatterForm } from '../useMatterForm.ts';
import type { RevisitDialog } from './RevisitDialog.ts';

/** 准予计入: the director lets an unreachable one count, and says why. */
export const CountDialog = (props: RevisitDialog) => <Words {...props} deed="count" />;
/** 跟进说明: what was followed up. */
export const ExplainDialog = (props: RevisitDialog) => <Words {...props} deed="explain" />;

function Words({ deed, ...props }: RevisitDialog & { deed: 'count' | 'explain' }) {
  const { thing: revisit, title, onDone, onClose } = props;
  const { t } = useTranslation(['revisits', 'words']);
  const { kept, value, set, isBusy, carry } = useMatterForm(props, `revisit.${deed}`, { words: '' });
  const row: Transition<string, never> = REVISIT_MACHINE[deed];
  const words = value.words.trim();
  const isReady = lengthFault(words, lengthOf(row)) === null;
  return (
    <DeedDialog
      title={title}
      okText={t(`words:revisitDeed.${deed}`)}
      isReady={isReady}
      isBusy={isBusy}
      kept={kept}
      send={() =>
        deed === 'count'
          ? carry(CountRevisitDocument, { reason: words })
          : carry(ExplainRevisitDocument, { explanation: words })
      }
      onDone={onDone}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t(`${deed}.about`)}</p>
      <ReasonField
        id="revisit-words"
        autoFocus
        label={t(`${deed}.label`)}
        length={lengthOf(row)}
        value={value.words}
        onChange={(text) => set({ words: text })}
      />
      {deed === 'count' && (
        <p>
          <PaperPreview of="revisit" id={revisit.id} given={isReady ? { reason: words } : null} />
        </p>
      )}
    </DeedDialog>
  );
}
