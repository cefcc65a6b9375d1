import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useHeightProperty } from '../useHeightProperty.ts';
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
  const { t } = useTranslation('session');
  const bar = useRef<HTMLElement>(null);
  useHeightProperty(bar, '--tabs');
  return (
    <nav className="phone-tabs" ref={bar} aria-label={t('menu')}>
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
