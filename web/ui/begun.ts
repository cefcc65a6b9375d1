import { useEffect, useRef, useSyncExternalStore } from 'react';

type Save = () => Promise<unknown>;

/** What is begun on this page and not yet sent. */
const begun = new Set<Save>();
const hearers = new Set<() => void>();
const tell = () => {
  for (const hear of hearers) hear();
};
function listen(hear: () => void) {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** While `isBegun`, nothing offers to take the page away; whoever does it nonetheless calls `save` first. */
export function useBegun(isBegun: boolean, save: Save = async () => undefined) {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    if (!isBegun) return;
    const own = () => latest.current();
    begun.add(own);
    tell();
    return () => {
      begun.delete(own);
      tell();
    };
  }, [isBegun]);
}

export const useIsAnythingBegun = () => useSyncExternalStore(listen, () => begun.size > 0);

/** A store that refuses is no reason to stay: the form has said so already. */
export const saveBegun = () => Promise.allSettled([...begun].map((save) => save()));
