import type { MouseEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import './link-tabs.css';

interface Tab {
  to: string;
  name: string;
  isCurrent: boolean;
}
interface Props {
  label: string;
  tabs: readonly Tab[];
  /** What must be done before another view is shown. */
  before?: () => Promise<unknown>;
}

/** Views of one screen, each with an address of its own. The library's tabs are buttons, and a button holds no link. */
export function LinkTabs({ label, tabs, before }: Props) {
  const navigate = useNavigate();
  const go = (to: string) => (event: MouseEvent) => {
    if (!before || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void before().then(() => navigate(to));
  };
  return (
    <nav className="as-wrap link-tabs" aria-label={label}>
      {tabs.map(({ to, name, isCurrent }) => (
        <Link key={to} to={to} onClick={go(to)} aria-current={isCurrent ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
