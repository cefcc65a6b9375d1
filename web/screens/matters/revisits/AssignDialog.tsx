import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { OrgTree } from '../../../nouns/network/OrgTree.tsx';
import { useKeptText } from '../../../session/useKeptText.ts';
import { useAskedDeed } from '../useAskedDeed.ts';
import type { RevisitDialog } from './RevisitDialog.ts';
import { AssignRevisitDocument } from './revisits.generated.ts';

/** 派回访: which unit asks the villager; of one that handles the matter or is concerned by it, the server says why not. */
export function AssignDialog(props: RevisitDialog) {
  const { thing: revisit, title, onDone, onClose } = props;
  const { t } = useTranslation(['revisits', 'words']);
  const kept = useKeptText<{ unit: string | null; version: number }>(
    { deed: 'revisit.assign', subject: revisit.id },
    { unit: null, version: revisit.version },
  );
  const { unit, version } = kept.value;
  const { isBusy, carry } = useAskedDeed(props, version);
  return (
    <DeedDialog
      title={title}
      okText={t('words:revisitDeed.assign')}
      isReady={unit !== null}
      isBusy={isBusy}
      kept={kept}
      send={() => carry(AssignRevisitDocument, { unit: unit ?? '' })}
      onDone={onDone}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('assign.about')}</p>
      <Form.Item label={t('assign.unit')} htmlFor="revisit-unit" required>
        <OrgTree
          of="units"
          id="revisit-unit"
          label={t('assign.unit')}
          value={unit}
          onChange={(chosen) => kept.change({ ...kept.value, unit: chosen ?? null })}
        />
      </Form.Item>
    </DeedDialog>
  );
}
