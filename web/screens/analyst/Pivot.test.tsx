import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { MemoryRouter } from 'react-router';
import analyst from './analyst.zh.ts';
import { PivotTable } from './Pivot.tsx';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { analyst } } }));

test('the pivot says as many months as it shows, of the 24 it asked for', () => {
  const months = Array.from({ length: 24 }, (_, i) => new Date(Date.UTC(2024, i, 1)).toISOString().slice(0, 10));
  const counts = months.map((_, i) => (i < 14 ? 0 : 3));
  const one = { key: 'east', label: '东关镇', count: 30 };
  const pivot = { months, townships: [one], topics: [one], rows: [{ township: 'east', topic: 'east', counts }] };
  const html = renderToStaticMarkup(
    <MemoryRouter>
      <PivotTable pivot={pivot} side="township" filter={{}} nameOf={({ label }) => label} />
    </MemoryRouter>,
  );
  const columns = (html.match(/<th scope="col"/g) ?? []).length - 2; // the township and the sum
  expect(columns).toBe(10);
  expect(html).toContain(`有信息的 ${columns} 个月`);
});
