import { addDays, type NamedCalendar } from '../calendar.ts';

/** As published for 2025 and 2026 (国办发明电〔2024〕12号, 〔2025〕7号): holidays on days of the week, and weekends worked in exchange. */
const OFF: [from: string, days: number, name: string][] = [
  ...([
    ['2025-01-01', 1, '元旦'],
    ['2025-01-28', 8, '春节'],
    ['2025-04-04', 1, '清明'],
    ['2025-05-01', 5, '劳动节'],
    ['2025-06-02', 1, '端午'],
    ['2025-10-01', 8, '国庆节'],
  ] as [string, number, string][]),
  ...([
    ['2026-01-01', 2, '元旦'],
    ['2026-02-16', 8, '春节'],
    ['2026-04-06', 1, '清明'],
    ['2026-05-01', 5, '劳动节'],
    ['2026-06-19', 1, '端午'],
    ['2026-09-25', 1, '中秋'],
    ['2026-10-01', 7, '国庆节'],
  ] as [string, number, string][]),
];
const WORKED: [day: string, name: string][] = [
  ...(['2025-01-26', '2025-02-08'].map((day) => [day, '春节调休上班']) as [string, string][]),
  ['2025-04-27', '劳动节调休上班'],
  ...(['2025-09-28', '2025-10-11'].map((day) => [day, '国庆节调休上班']) as [string, string][]),
  ['2026-01-04', '元旦调休上班'],
  ...(['2026-02-14', '2026-02-28'].map((day) => [day, '春节调休上班']) as [string, string][]),
  ['2026-05-09', '劳动节调休上班'],
  ...(['2026-09-20', '2026-10-10'].map((day) => [day, '国庆节调休上班']) as [string, string][]),
];
const off = OFF.flatMap(([from, days, name]) =>
  Array.from({ length: days }, (_, i) => [addDays(from, i), name] as const),
).filter(([day]) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));

export const published: NamedCalendar = {
  days: new Map([...off.map(([day]) => [day, false] as const), ...WORKED.map(([day]) => [day, true] as const)]),
  names: new Map([...off, ...WORKED]),
  version: 'published',
};
