import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { type At, fitted, type GridSize, movedTo } from './gridKeys.ts';
import { forgetPlace, keepPlace, keptPlace } from './place.ts';

const placeOf = (target: EventTarget): At | undefined => {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-at]');
  const [row, column] = (cell?.dataset.at ?? '').split(' ').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
};
const attribute = ({ row, column }: At) => `[data-at="${row} ${column}"]`;

/** The keys of a grid: one of its cells is in the sequence of tabs, arrows lead to the others, Enter presses what the cell holds. */
export function useGrid(size: GridSize, search: string) {
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const [wanted, setAt] = useState<At>({ row: 2, column: 1 });
  /** What is under the pointer, or under the keys. */
  const [told, setTold] = useState<At>();
  const at = fitted(wanted, size);
  const cellAt = (place: At) => frame.current?.querySelector<HTMLElement>(attribute(place));

  useLayoutEffect(() => {
    const place = keptPlace(search);
    if (!place || !frame.current) return;
    forgetPlace();
    setAt(place.at);
    frame.current.querySelector<HTMLElement>(attribute(place.at))?.focus({ preventScroll: true });
    frame.current.scrollTo(place.left, place.top);
    scrollTo(0, place.page);
  }, [search]);

  const go = (path: string) => {
    const { scrollLeft: left = 0, scrollTop: top = 0 } = frame.current ?? {};
    keepPlace({ search, at, left, top, page: scrollY });
    void navigate(path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = event.target as HTMLElement;
    if (!cell.dataset.at) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      cell.querySelector<HTMLElement>('a, button')?.click();
      return;
    }
    if (event.altKey || event.metaKey) return;
    const next = movedTo(at, size, event);
    if (!next) return;
    event.preventDefault();
    cellAt(next)?.focus();
  };
  const onClick = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(link.getAttribute('href') as string);
  };
  return {
    frame,
    at,
    told,
    go,
    events: {
      onKeyDown,
      onClick,
      onFocus: (event: { target: EventTarget }) => {
        const place = placeOf(event.target);
        if (place) setAt(place);
        setTold(place);
      },
      onMouseOver: (event: { target: EventTarget }) => setTold(placeOf(event.target)),
    },
  };
}
