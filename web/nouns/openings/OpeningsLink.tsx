import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { TrayLink } from '../../ui/desk/TrayTabs.tsx';
import { OPENING_CHANGES } from './changes.ts';
import { OpeningsWaitingDocument } from './openings.generated.ts';

/** The way to the requests, with how many wait for the viewer. */
export function OpeningsLink() {
  const { t } = useTranslation('openings');
  const { data, refetch } = useQuery(OpeningsWaitingDocument);
  useRefetchOnChanges(OPENING_CHANGES, refetch);
  const count = data?.identityOpenings.filter((one) => one.viewerCanApprove || one.viewerCanOpen).length ?? 0;
  return <TrayLink to="/desk/openings" name={t('title')} count={count} isCurrent={false} isLate />;
}
