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

export interface Listed {
  id: string;
  /** The viewer has something to do with it. */
  isTheirs: boolean;
}
/** Which of the viewer's is called after `id`: the one below it, after the last the topmost; where `id` has left the list meanwhile, what had stood below it. */
export function nextAfter(id: string | undefined, rows: readonly Listed[], before: readonly Listed[]): string | null {
  const order = rows.some((row) => row.id === id) ? rows : before;
  const at = order.findIndex((row) => row.id === id);
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(at, 0)), ...rows];
  const stands = ({ id: of }: Listed) => of !== id && rows.some((row) => row.id === of && row.isTheirs);
  return round.find(stands)?.id ?? null;
}
