import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import './report-split.css';

/** A list with a report beside it; on a phone the report covers the list, which keeps its place underneath. */
export function ReportSplit({ list, panel }: { list: ReactNode; panel: ReactNode | null }) {
  const isNarrow = useIsNarrow();
  const isOpen = !!panel;
  useKeptScroll(isNarrow, isOpen);
  return (
    <div className={isOpen ? 'report-split report-split-open' : 'report-split'}>
      <div className="report-split-list" hidden={isNarrow && isOpen}>
        {list}
      </div>
      {isOpen && <aside className="report-split-panel">{panel}</aside>}
    </div>
  );
}

/** To the newest report, whichever of list and page scrolls. */
export function scrollListToTop() {
  for (const place of [document.querySelector('.report-split-list'), window])
    place?.scrollTo({ top: 0, behavior: 'smooth' });
}

/** The list's place on a phone, brought back when the report over it is closed. */
function useKeptScroll(isNarrow: boolean, isOpen: boolean) {
  const top = useRef(0);
  useLayoutEffect(() => {
    if (!isNarrow) return;
    scrollTo(0, isOpen ? 0 : top.current);
    if (isOpen) return;
    const keep = () => {
      top.current = scrollY;
    };
    addEventListener('scroll', keep, { passive: true });
    return () => removeEventListener('scroll', keep);
  }, [isNarrow, isOpen]);
}
