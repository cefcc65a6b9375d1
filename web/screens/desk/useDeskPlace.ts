import { useCallback, useMemo } from 'react';
import { useLocation, useMatch, useNavigate } from 'react-router';
import { useReportSort } from '../../nouns/preferences/usePreference.ts';
import type { Filter, Tray } from '../../nouns/reports/filter.ts';
import { writeFilter } from '../../nouns/reports/filter.ts';
import { NO_TRAY, useFilter } from '../../nouns/reports/useFilter.ts';
import type { Shown } from '../../nouns/views/viewAddress.ts';

const TO_DO: Filter = { tray: 'TODO' };

/** Where the clerk is: tray, filter and open report, all in the address, so that Back and a copied link bring them back. */
export function useDeskPlace() {
  const [asked, change] = useFilter();
  const openId = useMatch('/desk/reports/:id')?.params.id;
  const { search } = useLocation();
  const sort = useReportSort('DESK', asked.tray || asked.states ? asked : TO_DO);
  const navigate = useNavigate();
  const tray = asked.tray ?? (asked.states ? undefined : 'TODO');
  const filter = useMemo<Filter>(() => (tray ? { ...asked, tray } : asked), [asked, tray]);
  const linkTo = useCallback((id: string) => `/desk/reports/${id}${search}`, [search]);
  return {
    /** One thing as long as nothing else is shown. */
    shown: useMemo<Shown>(() => ({ filter, sort }), [filter, sort]),
    tray,
    change,
    openId,
    linkTo,
    /** The other trays under the same filter. */
    trayLink: (other: Tray) =>
      `/desk?${writeFilter({ ...asked, ...NO_TRAY, tray: other }, new URLSearchParams(search))}`,
    open: (id: string, isStep = false) => void navigate(linkTo(id), { replace: isStep }),
    close: () => void navigate(`/desk${search}`),
    search: () => void navigate('/search'),
  };
}
