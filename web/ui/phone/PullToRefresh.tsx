import { type ReactNode, type TouchEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './overlays.css';

/** Pulled down by this, the list is asked for anew. */
const ENOUGH_PX = 64;

/** A list that is fetched again when it is pulled down at its top. */
export function PullToRefresh({ onRefresh, children }: { onRefresh: () => Promise<unknown>; children: ReactNode }) {
  const { t } = useTranslation();
  const from = useRef<number | null>(null);
  const [height, setHeight] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const start = ({ touches }: TouchEvent) => {
    from.current = scrollY <= 0 && !isBusy ? (touches[0]?.clientY ?? null) : null;
  };
  const move = ({ touches }: TouchEvent) => {
    if (from.current === null) return;
    setHeight(Math.max(0, Math.min(ENOUGH_PX * 1.5, ((touches[0]?.clientY ?? 0) - from.current) / 2)));
  };
  const end = () => {
    if (from.current === null) return;
    from.current = null;
    if (height < ENOUGH_PX) return setHeight(0);
    setBusy(true);
    setHeight(ENOUGH_PX);
    const done = () => {
      setBusy(false);
      setHeight(0);
    };
    onRefresh().then(done, done);
  };
  return (
    <div onTouchStart={start} onTouchMove={move} onTouchEnd={end} onTouchCancel={end}>
      {height > 0 && (
        <div className="pull" style={{ height }} role={isBusy ? 'status' : undefined}>
          {t(isBusy ? 'pull.busy' : height < ENOUGH_PX ? 'pull.more' : 'pull.release')}
        </div>
      )}
      {children}
    </div>
  );
}
