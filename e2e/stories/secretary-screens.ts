import { ask, signIn } from '../platform.ts';
import { dialog, first, inTurn, type Screen } from './access.ts';

/** A leader has named the clerk, so that their home shows what waits for the leader. */
export async function nameSecretary(url: string, clerk: string): Promise<void> {
  const { data } = await ask<{ viewer: { post: { id: string } } }>(url, clerk, '{ viewer { post { id } } }');
  const leader = await signIn(url, 'county.leader');
  await ask(url, leader, `mutation { nameSecretary(post: "${data?.viewer.post.id}") { id } }`);
}

/** Leaders read on phones; at a desk they search, and have their account. */
export const LEADER_AT_DESK: readonly [account: string, screens: readonly Screen[]] = [
  'county.leader',
  [['a leader’s secretary', '/search', inTurn(first('.desk-account'), first('[data-menu-id$="-secretary"]'), dialog)]],
];
