import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { Keys } from '../../deeds/keys.ts';
import { useKeys } from '../../deeds/useKeys.ts';

const KEYS: Keys<'next' | 'previous' | 'leave'> = {
  table: { j: 'next', arrowdown: 'next', k: 'previous', arrowup: 'previous', escape: 'leave' },
  held: ['next', 'previous'],
};

/** J and K walk a list of matters, the open one with them; Esc closes it. Gives that way out to the panel too. */
export function useListKeys(base: string, rows: readonly { id: string }[] | undefined): () => void {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const query = params.size ? `?${params}` : '';
  const at = rows?.findIndex((row) => row.id === id) ?? -1;
  const step = (by: 1 | -1) => () => {
    const next = rows?.[at < 0 ? 0 : at + by];
    // Walking along is one entry of the history.
    if (next) void navigate(`${base}/${next.id}${query}`, { replace: Boolean(id) });
  };
  const leave = () => void navigate(`${base}${query}`);
  useKeys(KEYS, { next: step(1), previous: step(-1), ...(id ? { leave } : {}) });
  return leave;
}
