import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { UnitField } from '../UnitsFields.tsx';
import { useMatterForm } from '../useMatterForm.ts';
import type { RevisitDialog } from './RevisitDialog.ts';
import { AssignRevisitDocument } from './revisits.generated.ts';

/** 派回访: which unit asks the villager; of one that handles the matter or is concerned by it, the server says why not. */
export function AssignDialog(props: RevisitDialog) {
  const { title, onDone, onClose } = props;
  const { t } = useTranslation(['revisits', 'words']);
  const { kept, value, set, isBusy, carry } = useMatterForm<{ unit: string | null }>(props, 'revisit.assign', {
    unit: null,
  });
  return (
    <DeedDialog
      title={title}
      okText={t('words:revisitDeed.assign')}
      isReady={value.unit !== null}
      isBusy={isBusy}
      kept={kept}
      send={() => carry(AssignRevisitDocument, { unit: value.unit ?? '' })}
      onDone={onDone}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('assign.about')}</p>
      <UnitField id="revisit-unit" label={t('assign.unit')} value={value.unit} onChange={(unit) => set({ unit })} />
    </DeedDialog>
  );
}
