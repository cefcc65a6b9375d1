import { LINKAGES, type Linkage } from '@lxq/schema/cases/case-words.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { NameField } from '../NameFields.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { LinkCaseDocument } from './cases.generated.ts';
import { type AskedCase, useCaseForm } from './useCaseForm.ts';

interface Fields {
  kind: Linkage | null;
  reference: string;
  mayTell: string;
}

/** 三个联动 (R38): another office has the same matter; what may be told of it is said with its number. */
export function LinkDialog(props: AskedCase) {
  const { t } = useTranslation(['cases', 'words']);
  const form = useCaseForm<Fields>(props, 'link', { kind: null, reference: '', mayTell: '' });
  const { kind, reference, mayTell } = form.value;
  const isReady = !lengthFault(reference, LIMITS.case.reference) && !lengthFault(mayTell, WORDS);
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t('link.about')}
      isReady={kind !== null && isReady}
      send={() =>
        form.carry(LinkCaseDocument, {
          linkage: { kind: kind as Linkage, reference: reference.trim(), mayTell: mayTell.trim() },
        })
      }
    >
      <Form.Item label={t('link.kind')} required>
        <Radio.Group
          value={kind}
          onChange={(event) => form.set({ kind: event.target.value })}
          options={LINKAGES.map((each) => ({ value: each, label: t(`words:linkage.${each}`) }))}
        />
      </Form.Item>
      <NameField
        id="case-reference"
        label={t('link.reference')}
        value={reference}
        onChange={(text) => form.set({ reference: text })}
        most={LIMITS.case.reference.max}
      />
      <ReasonField
        id="case-may-tell"
        label={t('link.mayTell')}
        length={WORDS}
        value={mayTell}
        onChange={(text) => form.set({ mayTell: text })}
      />
    </CaseDialog>
  );
}
