import { LIMITS } from '@lxq/schema/limits.ts';
import { planProblems } from '@lxq/schema/reports/urgent-plan.ts';
import { STORED_PER_VISIBLE } from '@lxq/schema/texts/characters.ts';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UrgentPlanInput } from '../../contract.generated.ts';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { OrgTree } from '../../nouns/network/OrgTree.tsx';
import { useKeptText } from '../../session/useKeptText.ts';
import { countyNow } from '../../ui/county-clock.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import { PersonalDataHint } from '../../ui/PersonalDataHint.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import type { Numbered } from './useHandling.tsx';

interface Props {
  report: Numbered;
  isBusy: boolean;
  send: (report: Numbered, plan: UrgentPlanInput) => Promise<Outcome<unknown>>;
  onClose: () => void;
}
const HOURS = [2, 6, 12, 24, 48, 72] as const;
const EMPTY = { text: '', unit: null as string | null, hours: 6, noticeTo: '' };

/** What is done about an urgent report, by whom and until when: it ends the clock (R36), and notes whom above was told (Art. 25). */
export function PlanDialog({ report, isBusy, send, onClose }: Props) {
  const { t } = useTranslation(['desk', 'words']);
  const kept = useKeptText({ deed: 'planUrgent', subject: report.id }, EMPTY);
  const { text, unit, hours, noticeTo } = kept.value;
  const set = (changes: Partial<typeof EMPTY>) => kept.change({ ...kept.value, ...changes });
  const now = countyNow();
  const dueAt = new Date(now + hours * 3_600_000);
  const told = { text, noticeTo: noticeTo.trim() || null };
  const isReady = planProblems({ ...told, unit, dueAt, noticeAt: null }, new Date(now)).length === 0;
  return (
    <DeedDialog
      title={t('plan.title', { no: report.no })}
      okText={t('plan.ok')}
      isReady={isReady}
      isBusy={isBusy}
      kept={kept}
      send={async () => (unit === null ? undefined : send(report, { ...told, unit, dueAt: dueAt.toISOString() }))}
      onClose={onClose}
    >
      <ReasonField
        id="plan-text"
        autoFocus
        label={t('plan.text')}
        placeholder={t('plan.textHint')}
        length={LIMITS.report.reason}
        value={text}
        onChange={(changed) => set({ text: changed })}
      />
      <Form.Item label={t('plan.unit')} htmlFor="plan-unit" required>
        <OrgTree
          of="units"
          id="plan-unit"
          label={t('words:org.search')}
          value={unit}
          onChange={(chosen) => set({ unit: chosen ?? null })}
        />
      </Form.Item>
      <Form.Item label={t('plan.due')}>
        <Radio.Group
          className="desk-hours"
          optionType="button"
          value={hours}
          onChange={({ target }) => set({ hours: target.value })}
          options={HOURS.map((value) => ({ value, label: t('plan.hours', { count: value }) }))}
        />
      </Form.Item>
      <Form.Item label={t('plan.notice')} htmlFor="plan-notice" extra={t('plan.noticeHint')}>
        <Input
          id="plan-notice"
          maxLength={LIMITS.report.reason.max * STORED_PER_VISIBLE}
          value={noticeTo}
          onChange={(event) => set({ noticeTo: event.target.value })}
        />
        <PersonalDataHint text={noticeTo} onMask={(masked) => set({ noticeTo: masked })} />
      </Form.Item>
    </DeedDialog>
  );
}
