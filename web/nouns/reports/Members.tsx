import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ReporterName } from './ReporterName.tsx';
import type { ReportWholeFragment } from './report.generated.ts';
import './reading.css';

interface Props {
  members: ReportWholeFragment['members'];
  linkTo: (id: string) => string;
  onUndo?: ((member: ReportWholeFragment['members'][number]) => void) | undefined;
  isBusy?: boolean;
}

/** The reports merged into this one: each keeps its reporter and can be taken out again. */
export function Members({ members, linkTo, onUndo, isBusy }: Props) {
  const { t } = useTranslation(['reports', 'words']);
  if (members.length === 0) return null;
  return (
    <section>
      <h3 className="report-heading">{t('mergedMembers', { count: members.length })}</h3>
      <ul className="as-list report-members">
        {members.map((member) => (
          <li key={member.id}>
            <div>
              <Link to={linkTo(member.id)}>{member.no}</Link> {member.place.fullName}
              <p className="as-excerpt report-excerpt">{member.excerpt}</p>
              <div className="report-step-who">
                <ReporterName reporter={member.reporter} /> · <RelativeTime at={member.submittedAt} />
              </div>
            </div>
            {onUndo && member.viewerCanUnmerge && (
              <Button size="small" disabled={!!isBusy} onClick={() => onUndo(member)}>
                {t('words:deed.unmerge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
