import { useQuery } from '@apollo/client/react';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { countText } from '../../ui/count-text.ts';
import { useAfter } from '../../ui/useAfter.ts';
import { SIGNING_CHANGES } from './changes.ts';
import { SigningCountDocument } from './signing.generated.ts';
import './signing.css';

/** How much waits now, asked once the desk beside it has had its moment to open; nothing as long as nobody knows, and where nothing does. */
export function SigningCount() {
  const isDue = useAfter(1_000);
  const { data, refetch } = useQuery(SigningCountDocument, { skip: !isDue });
  useRefetchOnChanges(SIGNING_CHANGES, refetch);
  return data?.signingCount ? <b className="signing-count">{countText(data.signingCount)}</b> : null;
}
