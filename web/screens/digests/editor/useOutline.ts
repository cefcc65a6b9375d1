import type { Outcome } from '../../../ui/useOnce.ts';
import type { DigestDeskQuery, DraftItemFragment, SourceReportFragment } from './editor.generated.ts';
import type { ItemDraft } from './itemDraft.ts';
import type { OutlineGroup } from './outline.ts';
import { useGathering } from './useGathering.ts';
import { useItemDeeds } from './useItemDeeds.ts';
import { useSequence } from './useSequence.ts';
import { useWork } from './useWork.ts';

type Portfolio = DigestDeskQuery['portfolios'][number];
export interface OutlineDeeds {
  items: readonly DraftItemFragment[];
  groups: ReadonlyArray<OutlineGroup<DraftItemFragment, Portfolio>>;
  isBusy: boolean;
  moveTo(moved: string, over: string): void;
  nudge(moved: string, by: -1 | 1): void;
  add(draft?: Partial<ItemDraft>): Promise<Outcome<true>>;
  remove(item: DraftItemFragment): Promise<Outcome<true>>;
  gather(reports: readonly SourceReportFragment[]): Promise<Outcome<true>>;
  combine(reports: readonly SourceReportFragment[]): Promise<Outcome<true>>;
  link(itemId: string, reports: readonly SourceReportFragment[]): Promise<Outcome<true>>;
}

/** Everything that changes which items stand in the issue, and where. */
export function useOutline(desk: DigestDeskQuery, select: (item: string | null) => void): OutlineDeeds {
  const sequence = useSequence(desk);
  const work = useWork(desk.digest.id);
  const deeds = useItemDeeds({ digestId: desk.digest.id, work, sequence, select });
  const gathering = useGathering({ digestId: desk.digest.id, work, sequence, select });
  return { ...sequence, isBusy: work.isBusy, ...deeds, ...gathering };
}
