import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { useIssueNumber, usePeriodText } from '../../nouns/digests/useIssueName.ts';
import { useJoined } from '../../ui/useJoined.ts';

/** What a director signs, at a glance. */
export function IssueSummary({ digest }: { digest: DigestHeadFragment }) {
  const { t } = useTranslation('digests');
  const issueNumber = useIssueNumber();
  const period = usePeriodText();
  const { report, send, issue } = digest.recipients;
  const joined = useJoined();
  const names = (list: string[]) => (list.length > 0 ? joined(list) : '—');
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      styles={{ label: { width: 110 } }}
      items={[
        { key: 'issue', label: t('column.issue'), children: `${digest.title} ${issueNumber(digest)}` },
        { key: 'period', label: t('column.period'), children: period(digest) },
        { key: 'items', label: t('column.items'), children: t('itemCount', { count: digest.itemCount }) },
        { key: 'issuer', label: t('issuer'), children: digest.issuer },
        { key: 'editor', label: t('column.editor'), children: digest.editor?.name ?? '—' },
        { key: 'mark', label: t('settings.mark'), children: digest.mark || '—' },
        { key: 'report', label: t('settings.report'), children: names(report) },
        { key: 'send', label: t('settings.send'), children: names(send) },
        { key: 'issueTo', label: t('settings.issue'), children: names(issue) },
        { key: 'copies', label: t('settings.copies'), children: digest.copies ?? '—' },
      ]}
    />
  );
}
