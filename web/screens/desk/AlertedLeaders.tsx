import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../ui/Loaded.tsx';
import { AlertedLeadersDocument } from './deeds.generated.ts';

/** Who will be called, by name, before they are. */
export function AlertedLeaders({ reportId }: { reportId: string }) {
  const { t } = useTranslation('desk');
  const { data, error, refetch } = useQuery(AlertedLeadersDocument, {
    variables: { id: reportId },
    fetchPolicy: 'network-only',
  });
  return (
    <Loaded data={data?.report.alertedLeaders} asked={{ error, refetch }} rows={1}>
      {(leaders) => (
        <>
          {leaders.length === 0 && <p className="desk-none">{t('confirm.urgent.nobody')}</p>}
          {leaders.length > 0 && !leaders[0]?.portfolio && <p>{t('confirm.urgent.everybody')}</p>}
          <ul className="desk-alerted">
            {leaders.map(({ id, name, portfolio }) => (
              <li key={id}>{portfolio ? t('confirm.urgent.leader', { name, portfolio }) : name}</li>
            ))}
          </ul>
          <p className="deed-dialog-about">{t('confirm.urgent.undoable')}</p>
        </>
      )}
    </Loaded>
  );
}
