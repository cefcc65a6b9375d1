import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import words from '../../i18n/words.zh.ts';
import { DueTag } from './DueTag.tsx';
import reports from './reports.zh.ts';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { reports, words } } }));

const HALF_HOUR_MS = 30 * 60_000;
const report = {
  state: 'URGENT' as const,
  urgentDueAt: new Date(Date.now() + HALF_HOUR_MS).toISOString(),
  isOverdue: false,
  workDaysLeft: 1,
  dueAt: '2026-03-03T15:59:59.999Z',
  isDueProvisional: false,
};
const shown = (changes: Partial<Parameters<typeof DueTag>[0]['report']> = {}) =>
  renderToStaticMarkup(<DueTag report={{ ...report, ...changes }} />);

test('an urgent row has one clock, that of its half hour, whatever the work days say', () => {
  for (const changes of [{}, { isOverdue: true, workDaysLeft: -2 }]) {
    const html = shown(changes);
    expect(html.match(/<time/g)).toHaveLength(1);
    expect(html).toContain('剩 ');
    expect(html).not.toContain('工作日');
    expect(html).not.toContain(reports.overdue);
  }
});

test('a row that is not urgent any more has the work days again, and no half hour', () => {
  const html = shown({ state: 'SUBMITTED' as never, urgentDueAt: null });
  expect(html.match(/<time/g)).toHaveLength(1);
  expect(html).toContain('剩1个工作日');
});
