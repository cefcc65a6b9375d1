import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { countText } from '../../ui/count-text.ts';
import { barWidth, share } from '../../ui/share.ts';
import type { CountBarFragment } from './analyst.generated.ts';

interface Props {
  title: string;
  /** What is counted, for the tooltip and for readers of the screen. */
  measure: string;
  counts: readonly CountBarFragment[];
  total: number;
  isTable: boolean;
  nameOf: (count: CountBarFragment) => string;
  /** The list that a bar counts; none where the filter has no word for it. */
  linkTo: (count: CountBarFragment) => string | undefined;
}

const SHOWN = 13;

/** Counts as bars or as a table; every one opens exactly the reports it counts. */
export function CountBars({ title, measure, counts, total, isTable, nameOf, linkTo }: Props) {
  const { t } = useTranslation('analyst');
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? counts : counts.slice(0, SHOWN);
  const most = Math.max(0, ...counts.map((one) => one.count));
  return (
    <section className="as-panel analyst-chart">
      <h2>
        <Tooltip title={measure}>{title}</Tooltip>
      </h2>
      <table className={isTable ? 'analyst-table' : 'analyst-bars'}>
        <caption className="sr-only">{measure}</caption>
        <thead className={isTable ? undefined : 'sr-only'}>
          <tr>
            <th>{title}</th>
            {!isTable && <th aria-hidden />}
            <th className="analyst-number">{t('count')}</th>
            <th className="analyst-number">{t('share')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                <CountLink to={linkTo(one)}>{nameOf(one)}</CountLink>
              </th>
              {!isTable && (
                <td aria-hidden className="analyst-bar-cell">
                  <CountLink to={linkTo(one)} isBar>
                    <span className="analyst-bar" style={{ width: `${barWidth(one.count, most)}%` }} />
                  </CountLink>
                </td>
              )}
              <td className="analyst-number">{countText(one.count)}</td>
              <td className="analyst-number analyst-share">{share(one.count, total)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.length === 0 && <p className="analyst-none">{t('nothing')}</p>}
      {counts.length > SHOWN && (
        <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('all', { count: counts.length })}
        </Button>
      )}
    </section>
  );
}

interface LinkProps {
  to: string | undefined;
  isBar?: boolean;
  children: ReactNode;
}
function CountLink({ to, isBar, children }: LinkProps) {
  if (!to) return <>{children}</>;
  return (
    <Link to={to} {...(isBar ? { tabIndex: -1, className: 'analyst-bar-link' } : {})}>
      {children}
    </Link>
  );
}
