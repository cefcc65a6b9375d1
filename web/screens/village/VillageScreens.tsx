import { Outlet } from 'react-router';
import { OfficerTabs } from '../../nouns/reports/phone/OfficerTabs.tsx';

export function VillageScreens() {
  return (
    <>
      <Outlet />
      <OfficerTabs />
    </>
  );
}
