import type { MeasureUnit } from '@lxq/schema/measures/table-words.ts';
import { countText } from '../../ui/count-text.ts';

/** A figure as it is printed: 1,203, 66.7%, 3.5. What is of nothing is a dash. */
export function numberText(value: number | null, unit: MeasureUnit): string {
  if (value === null) return '–';
  if (unit === 'COUNT') return countText(Math.round(value));
  return unit === 'PERCENT' ? `${value.toFixed(1)}%` : daysText(value);
}
const daysText = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

/** With its sign, so that it reads without a colour: +12, −3. */
export function signed(value: number, unit: MeasureUnit): string {
  const size = unit === 'COUNT' ? countText(Math.round(Math.abs(value))) : Math.abs(value).toFixed(1);
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${size}`;
}
