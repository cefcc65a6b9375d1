import { type ReactNode, type TouchEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useCover } from './cover.ts';
import './overlays.css';

interface Props {
  visible: boolean;
  /** A touch beside it, Esc, or a swipe: it closes when the caller says so. */
  onClose: () => void;
  children: ReactNode;
  bodyClassName?: string;
  /** From which edge it comes. */
  position?: 'bottom' | 'right';
  closeOnSwipe?: boolean;
}

/** A sheet over the page. What it holds says what it is: a `role="dialog"` with its name. */
export function Popup({ visible, ...rest }: Props) {
  return visible ? createPortal(<Sheet {...rest} />, document.body) : null;
}

/** Pulled down by this, it is meant to go. */
const SWIPE_PX = 80;

function Sheet({ onClose, children, bodyClassName = '', position = 'bottom', closeOnSwipe }: Omit<Props, 'visible'>) {
  const body = useRef<HTMLDivElement>(null);
  const touchedAt = useRef<number | null>(null);
  useCover(body, onClose);
  const start = ({ touches }: TouchEvent) => {
    touchedAt.current = closeOnSwipe && body.current?.scrollTop === 0 ? (touches[0]?.clientY ?? null) : null;
  };
  const end = ({ changedTouches }: TouchEvent) => {
    const from = touchedAt.current;
    if (from !== null && (changedTouches[0]?.clientY ?? from) - from > SWIPE_PX) onClose();
  };
  return (
    <div className="popup">
      {/* Who works by keys presses Esc. */}
      <div className="popup-mask" aria-hidden="true" onClick={onClose} />
      <div
        ref={body}
        tabIndex={-1}
        className={`popup-body popup-${position} ${bodyClassName}`}
        onTouchStart={start}
        onTouchEnd={end}
      >
        {children}
      </div>
    </div>
  );
}
