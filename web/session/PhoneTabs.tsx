import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import './phone-tabs.css';

export interface PhoneTab {
  to: string;
  label: string;
  icon: ReactNode;
  count?: number;
  end?: boolean;
}

/** The tabs at the foot of a phone family's screens. */
export function PhoneTabs({ tabs }: { tabs: readonly PhoneTab[] }) {
  const bar = useRef<HTMLElement>(null);
  useHeight(bar, '--tabs');
  return (
    <nav className="phone-tabs" ref={bar}>
      {tabs.map(({ to, label, icon, count = 0, end = false }) => (
        <NavLink key={to} to={to} end={end} className="phone-tab">
          <span className="phone-tab-icon" aria-hidden="true">
            {icon}
            {count > 0 && <span className="phone-tab-count">{count > 99 ? '99+' : count}</span>}
          </span>
          <span>
            {label}
            {count > 0 && <span className="sr-only"> {count}</span>}
          </span>
        </NavLink>
      ))}
    </nav>
  );
}

/** Keeps the bar's height in a custom property: with large text the bar grows, and what sits above it must know. */
function useHeight(element: { current: HTMLElement | null }, property: string) {
  useLayoutEffect(() => {
    const measured = element.current;
    const { style } = document.documentElement;
    if (!measured || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (measured.offsetHeight > 0) style.setProperty(property, `${measured.offsetHeight}px`);
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [element, property]);
}
