import { useEffect, useState } from 'react';

type Check = typeof import('@lxq/schema/texts/people.ts') &
  typeof import('@lxq/schema/texts/personal-data.ts') &
  typeof import('@lxq/schema/texts/whereabouts.ts');

/** Loaded apart: phones older than its regular expressions go on without it, and the server checks anyway. */
const check: Promise<Check | null> = Promise.all([
  import('@lxq/schema/texts/people.ts'),
  import('@lxq/schema/texts/personal-data.ts'),
  import('@lxq/schema/texts/whereabouts.ts'),
]).then(
  ([people, data, whereabouts]) => ({ ...people, ...data, ...whereabouts }),
  () => null,
);

export const personalDataCheck = () => check;

/** The check, once it is there. */
export function usePersonalDataCheck(): Check | null {
  const [ready, setReady] = useState<Check | null>(null);
  useEffect(() => {
    void check.then((loaded) => setReady(loaded));
  }, []);
  return ready;
}
