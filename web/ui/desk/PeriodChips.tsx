import { Button } from 'antd';
import './period-chips.css';

interface Props<Period extends string> {
  label: string;
  periods: readonly Period[];
  nameOf: (period: Period) => string;
  current: Period | null | undefined;
  onChoose: (period: Period) => void;
}

/** 本月, 上月: one tap chooses a period. */
export function PeriodChips<Period extends string>({ label, periods, nameOf, current, onChoose }: Props<Period>) {
  return (
    <fieldset className="as-wrap as-list period-chips">
      <legend className="sr-only">{label}</legend>
      {periods.map((period) => (
        <Button
          key={period}
          shape="round"
          type={period === current ? 'primary' : 'default'}
          aria-pressed={period === current}
          onClick={() => onChoose(period)}
        >
          {nameOf(period)}
        </Button>
      ))}
    </fieldset>
  );
}
