import { Link } from 'react-router';
import { countText } from '../count-text.ts';
import './tray-tabs.css';

interface Tray {
  to: string;
  name: string;
  /** Undefined until it is counted. */
  count: number | undefined;
  isCurrent: boolean;
  /** What it holds is late. */
  isLate?: boolean;
}

/** Where things lie, each a link with how many lie there. */
export function TrayTabs({ label, trays }: { label: string; trays: readonly Tray[] }) {
  return (
    <nav className="tray-tabs" aria-label={label}>
      {trays.map((tray) => (
        <TrayLink key={tray.to} {...tray} />
      ))}
    </nav>
  );
}

export function TrayLink({ to, name, count, isCurrent, isLate = false }: Tray) {
  return (
    <Link
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
      className={isLate && (count ?? 0) > 0 ? 'tray tray-late' : 'tray'}
    >
      {name} <span className="tray-count">{count === undefined ? '–' : countText(count)}</span>
    </Link>
  );
}
