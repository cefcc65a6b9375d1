import { Suspense, useState } from 'react';
import { i18n } from '../i18n/i18n.ts';
import { keptLocally } from '../ui/kept-locally.ts';
import { useKept } from '../ui/useKept.ts';
import { lazily } from './lazily.ts';

const welcome = lazily(async () => {
  const [{ Welcome }] = await Promise.all([import('../screens/welcome/Welcome.tsx'), i18n.loadNamespaces(['welcome'])]);
  return Welcome;
});

/** Who has been shown around on this device. */
const welcomed = keptLocally<readonly string[]>('lxq.welcomed', []);

/** Whether the pictures are up: the first time that somebody is here on a phone, and whenever they ask for them. */
export function useFirstRun(personId: string | undefined) {
  const [known, keep] = useKept(welcomed);
  const [isAsked, ask] = useState(false);
  const isFirst = personId !== undefined && !known.includes(personId);
  return {
    isOpen: isFirst || isAsked,
    open: () => ask(true),
    close: () => {
      ask(false);
      if (personId !== undefined && isFirst) keep([...known, personId]);
    },
  };
}

export function FirstRun({ isLeader, onClose }: { isLeader: boolean; onClose: () => void }) {
  return (
    <Suspense>
      <welcome.Component of={isLeader ? 'leader' : 'officer'} onClose={onClose} />
    </Suspense>
  );
}
