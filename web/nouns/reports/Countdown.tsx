import { useTranslation } from 'react-i18next';
import { useNow } from '../../ui/useNow.ts';
import './marks.css';

/** Minutes and seconds to an instant; past it, by how much. The county's clock is the measure. */
export function Countdown({ to }: { to: string }) {
  const { t } = useTranslation('reports');
  const left = Math.round((Date.parse(to) - useNow()) / 1_000);
  return (
    <time dateTime={to} className={left < 0 ? 'report-clock report-clock-over' : 'report-clock'}>
      {t(left < 0 ? 'urgentOver' : 'urgentLeft', { time: clock(Math.abs(left)) })}
    </time>
  );
}

/** 29:05, 2:00:00. */
export function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const rest = `${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}
