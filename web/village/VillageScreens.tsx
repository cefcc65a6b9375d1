import { Outlet } from 'react-router';
import { OfficerTabs } from '../officer/OfficerTabs.tsx';

export function VillageScreens() {
  return (
    <>
      <Outlet />
      <OfficerTabs />
    </>
  );
}
