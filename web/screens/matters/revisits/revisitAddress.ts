import {
  REVISIT_KINDS,
  REVISIT_TRAYS,
  type RevisitKind,
  type RevisitTray,
} from '@lxq/schema/revisits/revisit-states.ts';

export const TRAYS = Object.keys(REVISIT_TRAYS) as RevisitTray[];

/** What of the revisits is shown, as the address has it. */
export interface Shown {
  tray: RevisitTray;
  kind: RevisitKind | null;
  /** Only what the viewer's own unit does. */
  mine: boolean;
}

export const shownIn = (params: URLSearchParams): Shown => ({
  tray: TRAYS.find((each) => each === params.get('tray')) ?? 'TODO',
  kind: REVISIT_KINDS.find((each) => each === params.get('kind')) ?? null,
  mine: params.has('mine'),
});

/** The address of the list, or of one revisit beside it. */
export function addressOf({ tray, kind, mine }: Shown, id?: string): string {
  const params = new URLSearchParams();
  if (tray !== 'TODO') params.set('tray', tray);
  if (kind) params.set('kind', kind);
  if (mine) params.set('mine', '');
  const query = params.size ? `?${params}` : '';
  return `/matters/revisits${id ? `/${id}` : ''}${query}`;
}

interface Listed {
  id: string;
}
/** Which is called after `id`: the one below it, after the last the topmost; where `id` has left the list meanwhile, the one that had stood below it. */
export function nextAfter(id: string | undefined, rows: readonly Listed[], before: readonly Listed[]): string | null {
  const isThere = (row: Listed) => row.id !== id && rows.some((each) => each.id === row.id);
  const order = rows.some((row) => row.id === id) ? rows : before;
  const at = order.findIndex((row) => row.id === id);
  const below = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0))];
  return below.find(isThere)?.id ?? rows.find((row) => row.id !== id)?.id ?? null;
}
