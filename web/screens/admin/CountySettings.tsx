import { useMutation } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { countyProblems } from '@lxq/schema/network/county-draft.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { arrive } from '../../session/deeds.ts';
import { useViewer } from '../../session/session.ts';
import { useKeptForm } from '../../session/useKeptForm.ts';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { SaveCountyDocument, type SaveCountyMutationVariables } from './portfolios.generated.ts';

/** How the county makes its digest: the cycle, and the office that signs it. */
export function CountySettings() {
  const { t } = useTranslation(['admin', 'ui']);
  const wordsOf = useFailureWords();
  const { county } = useViewer();
  const { done } = useMessages();
  const ruleOf = useFieldRule(({ officeName = '' }: { officeName?: string }) =>
    countyProblems({ officeName: officeName.trim() }),
  );
  const kept = useKeptForm<SaveCountyMutationVariables>(
    { deed: 'county', subject: 'settings' },
    { digestCycle: county.digestCycle, officeName: county.officeName },
  );
  const [run, { loading, error }] = useMutation(SaveCountyDocument);
  const save = (variables: SaveCountyMutationVariables) =>
    run({ variables }).then(
      () => {
        kept.forget();
        done(t('saved', { name: county.name }));
        void arrive(); // the viewer carries the county
      },
      () => {}, // the error stands below the form, the fields stay
    );
  return (
    <section className="admin-county">
      <p className="admin-note">{t('county.note')}</p>
      <KeptNote isFound={kept.isFound} onDiscard={kept.discard} />
      <Form<SaveCountyMutationVariables> layout="vertical" {...kept.props} onFinish={(values) => void save(values)}>
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
        {error && <Alert type="error" showIcon title={wordsOf(error).line} />}
        <Button type="primary" htmlType="submit" loading={loading}>
          {t('ui:save')}
        </Button>
      </Form>
    </section>
  );
}
