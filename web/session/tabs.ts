const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('lxq.session');

/** Another tab shares the cookie: after a change of person or post it must begin anew. */
export const tellOtherTabs = () => channel?.postMessage('changed');

export function followOtherTabs(begin: () => void) {
  channel?.addEventListener('message', begin);
}
