import { useTranslation } from 'react-i18next';
import { type Draft, toReportDraft } from '../../../device/draft.ts';
import { useCounted } from '../../../nouns/attachments/useCounted.ts';
import type { ReportInFullFragment } from '../../../nouns/reports/phone/mine.generated.ts';
import { useScale } from '../../../nouns/reports/phone/useScale.ts';
import { shanghaiTime } from '../../../ui/time.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { useTerms } from '../lists.ts';
import type { Told } from './differing.ts';

/** A report told here, and the same as the county has it, line by line under the form's own names. */
export function useSides() {
  const { t } = useTranslation(['officer', 'words']);
  const nameOf = useTermName();
  const scale = useScale();
  const { counted } = useCounted();
  const sources = useTerms()?.sources;

  const mine = (draft: Draft): Told => {
    const { fields, attachments = [] } = draft;
    const { households = null, people = null, content, outsideAreaReason } = toReportDraft(draft);
    const source = sources?.find(({ code }) => code === fields.source);
    return [
      [t('what.topic'), fields.topic ? nameOf(fields.topic) : ''],
      [t('what.urgency'), t(`words:urgency.${fields.urgency}`)],
      [t('what.content'), content],
      [t('where.place'), fields.place.fullName],
      [t('where.reason'), outsideAreaReason ?? ''],
      [t('where.occurredAt'), fields.occurredAt && shanghaiTime(fields.occurredAt)],
      [t('where.scale'), scale(households, people)],
      [t('where.source'), source ? nameOf(source) : ''],
      [t('attach.title'), counted(attachments)],
    ];
  };
  const stored = (report: ReportInFullFragment): Told => [
    [t('what.topic'), nameOf(report.topic)],
    [t('what.urgency'), t(`words:urgency.${report.urgency}`)],
    [t('what.content'), report.content],
    [t('where.place'), report.place.fullName],
    [t('where.reason'), report.outsideAreaReason ?? ''],
    [t('where.occurredAt'), shanghaiTime(report.occurredAt)],
    [t('where.scale'), scale(report.households, report.people)],
    [t('where.source'), report.source ? nameOf(report.source) : ''],
    [t('attach.title'), counted(report.attachments)],
  ];
  return { mine, stored };
}
