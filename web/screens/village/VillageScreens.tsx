import { useEffect } from 'react';
import { Outlet } from 'react-router';
import { OfficerTabs } from '../../nouns/reports/phone/OfficerTabs.tsx';
import { useAfter } from '../../ui/useAfter.ts';

/** The list goes first on a slow line. */
const CALM_MS = 1_500;

/** `onCalm` is called once, when the first screen has stood for a moment. */
export function VillageScreens({ onCalm }: { onCalm: () => void }) {
  const isCalm = useAfter(CALM_MS);
  useEffect(() => {
    if (isCalm) onCalm();
  }, [isCalm, onCalm]);
  return (
    <>
      <Outlet />
      <OfficerTabs />
    </>
  );
}
