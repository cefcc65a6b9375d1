import { TOKEN_OWNERS } from '@lxq/schema/access-tokens.ts';
import type { ReactNode } from 'react';
import { useViewer } from '../../session/session.ts';
import { Forbidden } from '../../ui/Failed.tsx';

/** For whoever may have tokens, under a post of their own. */
export function OwnersOnly({ children }: { children: ReactNode }) {
  const { post } = useViewer();
  const isOwner = TOKEN_OWNERS.some((role) => role === post.role) && !post.viewerStandsIn;
  return isOwner ? children : <Forbidden isPage />;
}
