import { LIMITS } from '@lxq/schema/limits.ts';
import { countyProblems } from '@lxq/schema/network/county-draft.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedFields } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useSend } from '../../deeds/useSend.ts';
import { arrive } from '../../session/deeds.ts';
import { useViewer } from '../../session/session.ts';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { SaveCountyDocument, type SaveCountyMutationVariables } from './portfolios.generated.ts';

const { days } = LIMITS.contact;

/** How the county makes its digest: the cycle, and the office that signs it; and how long it keeps villagers' contacts. */
export function CountySettings() {
  const { t } = useTranslation(['admin', 'ui']);
  const { county } = useViewer();
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const ruleOf = useFieldRule(({ officeName = '', contactDays }: Partial<SaveCountyMutationVariables>) =>
    countyProblems({ officeName: officeName.trim(), contactDays: contactDays ?? 0 }),
  );
  const form = useSavedForm<SaveCountyMutationVariables>(
    { deed: 'county', subject: 'settings' },
    { digestCycle: county.digestCycle, officeName: county.officeName, contactDays: county.contactDays },
    {
      send: (fields) => send(SaveCountyDocument, fields),
      onSaved: () => {
        done(t('saved', { name: county.name }));
        void arrive(); // the viewer carries the county
      },
    },
  );
  return (
    <section className="admin-county">
      <p className="admin-note">{t('county.note')}</p>
      <SavedFields form={form}>
        <Form.Item name="digestCycle" label={t('county.cycle')} extra={t('county.cycleHint')}>
          <Radio.Group
            optionType="button"
            options={(['TEN_DAYS', 'WEEK'] as const).map((value) => ({ value, label: t(`county.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="officeName"
          label={t('county.office')}
          extra={t('county.officeHint')}
          rules={ruleOf('officeName')}
          required
        >
          <Input count={{ max: LIMITS.office.name.max, strategy: visibleLength }} />
        </Form.Item>
        <Form.Item
          name="contactDays"
          label={t('county.contactDays')}
          extra={t('county.contactDaysHint')}
          rules={ruleOf('contactDays')}
          required
        >
          <InputNumber min={days.min} max={days.max} precision={0} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {t('ui:save')}
        </Button>
      </SavedFields>
    </section>
  );
}
