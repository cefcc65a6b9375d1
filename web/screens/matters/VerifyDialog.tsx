import { VERIFIED_BY, type VerifiedBy } from '@lxq/schema/instructions/instruction-draft.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { ConfirmInstructionDocument } from './matters.generated.ts';
import { type AskedDeed, useAskedDeed } from './useAskedDeed.ts';

type AskedInstruction = AskedDeed<InstructionWholeFragment>;

interface Fields {
  /** Of the instruction when this was begun. */
  version: number;
  method: VerifiedBy | null;
  found: string;
}

/** How the office looked whether the report holds, and what it found. A city leader's is not verified on its papers alone. */
export function VerifyDialog(props: AskedInstruction) {
  const { thing: instruction, title, onClose } = props;
  const { t } = useTranslation(['matters', 'words']);
  const kept = useKeptText<Fields>(
    { deed: 'instruction.confirm', subject: instruction.id },
    { method: null, found: '', version: instruction.version },
  );
  const { isBusy, carry } = useAskedDeed(props, kept.value.version);
  const { method, found } = kept.value;
  const methods = VERIFIED_BY.filter((each) => each !== 'PAPERS' || instruction.level !== 'CITY');
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: instruction.no })}
      okText={title}
      isReady={method !== null && lengthFault(found, WORDS) === null}
      isBusy={isBusy}
      kept={kept}
      send={() =>
        carry(ConfirmInstructionDocument, { verification: { method: method as VerifiedBy, found: found.trim() } })
      }
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('verify.about')}</p>
      <Form.Item label={t('verify.method')} required>
        <Radio.Group
          value={method}
          onChange={(event) => kept.change({ ...kept.value, method: event.target.value })}
          options={methods.map((value) => ({ value, label: t(`words:verifiedBy.${value}`) }))}
        />
      </Form.Item>
      <ReasonField
        id="verify-found"
        label={t('verify.found')}
        length={WORDS}
        value={found}
        onChange={(text) => kept.change({ ...kept.value, found: text })}
      />
    </DeedDialog>
  );
}
