import { arrangementOf } from '@lxq/schema/preferences/preference.ts';
import { canBeDueFirst, REPORT_SORTS, type ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PreferenceInput } from '../../contract.generated.ts';
import { useSend } from '../../deeds/useSend.ts';
import { useViewer } from '../../session/session.ts';
import { session$ } from '../../session/session-store.ts';
import type { PreferenceRowFragment } from '../../session/viewer.generated.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import type { Filter } from '../reports/filter.ts';
import { SavePreferenceDocument } from './preferences.generated.ts';

export type Arranged = Omit<PreferenceRowFragment, 'screen'>;

/** How the viewer has arranged a list, the same object until they change it. It came with the viewer, and goes with them to any machine. */
export function useArrangement(screen: ListScreen): Arranged {
  const { preferences } = useViewer();
  const kept = preferences.find((each) => each.screen === screen);
  return useMemo(() => kept ?? { firstView: null, ...arrangementOf(screen, {}) }, [kept, screen]);
}

/** And what changes it. */
export function usePreference(screen: ListScreen) {
  const { isBusy, send } = useSend();
  const { failed } = useMessages();
  const save = async (preference: PreferenceInput): Promise<Outcome<PreferenceRowFragment>> => {
    const outcome = await send(SavePreferenceDocument, { screen, preference });
    if ('value' in outcome) remember(outcome.value);
    return outcome;
  };
  /** Without a dialog that would show why not. */
  const arrange = async (preference: PreferenceInput) => {
    const outcome = await save(preference);
    if ('failure' in outcome) failed(outcome.failure);
  };
  return { arrangement: useArrangement(screen), isBusy, save, arrange };
}

function remember(preference: PreferenceRowFragment) {
  const now = session$.get();
  if (now.status !== 'signedIn') return;
  const others = now.viewer.preferences.filter(({ screen }) => screen !== preference.screen);
  session$.set({ ...now, viewer: { ...now.viewer, preferences: [...others, preference] } });
}

/** As the address has it, else as the viewer keeps it, where the list can stand so. */
export function useReportSort(screen: ListScreen, filter: Filter): ReportSort {
  const [search] = useSearchParams();
  const { sort } = useArrangement(screen);
  const asked = REPORT_SORTS.find((each) => each === search.get('sort')) ?? sort;
  return canBeDueFirst(filter) ? asked : 'NEWEST';
}
