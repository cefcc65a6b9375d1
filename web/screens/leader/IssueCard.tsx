import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useIssueName, usePeriodText } from '../../nouns/digests/useIssueName.ts';
import css from './issues.module.css';
import type { IssueRowFragment } from './leader.generated.ts';
import leader from './leader.module.css';

export function IssueCard({ issue, isNewest = false }: { issue: IssueRowFragment; isNewest?: boolean }) {
  const { t } = useTranslation('leader');
  const issueName = useIssueName();
  const period = usePeriodText();
  return (
    <Link to={`/leader/digests/${issue.id}`} className={isNewest ? css.issueNewest : css.issue}>
      <span className={css.issueTitle}>
        {isNewest && <span className={css.banner}>{issue.title}</span>}
        <strong>{issueName(issue)}</strong>
        {issue.readAt === null && <span className={leader.unread}>{t('issues.unread')}</span>}
      </span>
      <span className={`${leader.faint} ${css.issueFacts}`}>
        <span>{period(issue)}</span>
        <span>{t('issues.items', { count: issue.itemCount })}</span>
        {issue.signedOn && <span>{t('issues.signedOn', { day: issue.signedOn })}</span>}
      </span>
    </Link>
  );
}
