import { Alert, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { ReporterName } from '../../nouns/reports/ReporterName.tsx';
import { ReportMarks, StateTag } from '../../nouns/reports/StateTag.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { canBePrimary, firstPrimary, type Mergeable, type MergePlan, planMerge } from './mergePlan.ts';

interface Props {
  reports: readonly Mergeable[];
  isBusy: boolean;
  send: (primary: Mergeable, members: readonly Mergeable[]) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

/** Choose the primary, see what will come of it, then merge. */
export function MergeDialog({ reports, isBusy, send, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [primaryId, setPrimaryId] = useState(() => firstPrimary(reports)?.id);
  const primary = reports.find((report) => report.id === primaryId);
  const plan = primary && planMerge(reports, primary);
  return (
    <DeedDialog
      title={t('merge.title', { count: reports.length })}
      okText={t('merge.ok', { count: plan?.members.length ?? 0 })}
      isReady={!!plan?.members.length}
      isBusy={isBusy}
      send={async () => (primary && plan ? send(primary, plan.members) : undefined)}
      onClose={onClose}
      width={760}
    >
      <p className="deed-dialog-about">{t('merge.choose')}</p>
      <Radio.Group value={primaryId} onChange={(event) => setPrimaryId(event.target.value)} className="desk-merge-list">
        {reports.map((report) => (
          <Choice key={report.id} report={report} plan={plan} isPrimary={report.id === primaryId} />
        ))}
      </Radio.Group>
      {plan && plan.members.length > 0 && <Preview plan={plan} no={primary.no} />}
      {plan && plan.members.length === 0 && <Alert type="warning" showIcon title={t('merge.none')} />}
    </DeedDialog>
  );
}

function Choice({ report, plan, isPrimary }: { report: Mergeable; plan: MergePlan | undefined; isPrimary: boolean }) {
  const { t, i18n } = useTranslation('desk');
  const termName = useTermName();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const reasons = plan?.left.find((one) => one.report.id === report.id)?.reasons ?? [];
  return (
    <Radio
      value={report.id}
      disabled={!canBePrimary(report)}
      autoFocus={isPrimary}
      className={isPrimary ? 'desk-merge-primary' : undefined}
    >
      <div className="desk-merge-choice">
        <div className="as-row desk-merge-head">
          <b>{report.no}</b>
          <StateTag state={report.state} />
          <ReportMarks report={report} />
          {isPrimary && <span className="desk-merge-badge">{t('merge.primary')}</span>}
        </div>
        <div>
          {report.place.fullName} · {termName(report.topic)} · {shanghaiDay(report.occurredAt)} ·{' '}
          <ReporterName reporter={report.reporter} />
        </div>
        <div className="as-excerpt report-excerpt">{report.excerpt}</div>
        {reasons.length > 0 && (
          <div className="desk-merge-reasons">
            {t('merge.stays', { reasons: reasons.map((one) => one[language]).join('；') })}
          </div>
        )}
      </div>
    </Radio>
  );
}

function Preview({ plan, no }: { plan: MergePlan; no: string }) {
  const { t } = useTranslation('desk');
  const { reports, households, people } = plan;
  return (
    <Alert
      type="info"
      showIcon
      title={t('merge.preview', { no, count: plan.members.length, reports })}
      description={`${t('merge.scale', { households, people })} ${t('merge.undoable')}`}
    />
  );
}
