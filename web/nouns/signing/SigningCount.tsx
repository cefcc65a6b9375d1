import { useApolloClient, useQuery } from '@apollo/client/react';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useViewer } from '../../session/session.ts';
import { countText } from '../../ui/count-text.ts';
import { SIGNING_CHANGES } from './changes.ts';
import { SigningCountDocument as query } from './signing.generated.ts';
import './signing.css';

/** How much waits now: as many as when the viewer came in, until a change is asked about; nothing where nothing does. */
export function SigningCount() {
  const client = useApolloClient();
  const arrived = useViewer().signingCount;
  const { data } = useQuery(query, { fetchPolicy: 'cache-only' });
  useRefetchOnChanges(SIGNING_CHANGES, () => client.query({ query, fetchPolicy: 'network-only' }));
  const count = data?.viewer ? data.viewer.signingCount : arrived;
  return count ? <b className="signing-count">{countText(count)}</b> : null;
}
