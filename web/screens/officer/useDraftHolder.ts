import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { makeHolders } from './draft-holders.ts';

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('lxq.drafts');
const holders = makeHolders(
  {
    tell: (word) => channel?.postMessage(word),
    listen: (hear) => channel?.addEventListener('message', ({ data }) => hear(data)),
  },
  uuidv7(),
);

/** Whether another page writes this draft; `save` is called when one asks for it. */
export function useDraftHolder(clientId: string, save: () => Promise<void>) {
  const [isElsewhere, setElsewhere] = useState(false);
  const latest = useRef(save);
  latest.current = save;
  useEffect(
    () =>
      holders.hold(clientId, async () => {
        setElsewhere(true);
        await latest.current();
      }),
    [clientId],
  );
  return { isElsewhere, take: () => holders.take(clientId) };
}
