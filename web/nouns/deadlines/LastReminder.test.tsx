import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import words from '../../i18n/words.zh.ts';
import { deadline } from './deadline.testing.ts';
import type { DeadlineReminderFragment } from './deadlines.generated.ts';
import deadlines from './deadlines.zh.ts';
import { LastReminder } from './LastReminder.tsx';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { deadlines, words } } }));

const shown = (...reminders: DeadlineReminderFragment[]) =>
  renderToStaticMarkup(<LastReminder deadline={{ ...deadline, reminders }} />);
const toClerk: DeadlineReminderFragment = {
  ...{ rung: 'AT', addressee: 'HANDLER', sentAt: '2026-02-24T00:30:00Z', readAt: null, isForViewer: true },
};
const toLeader: DeadlineReminderFragment = {
  ...{ rung: 'AFTER_2', addressee: 'LEADER', sentAt: '2026-02-26T00:30:00Z', readAt: null, isForViewer: false },
};

test('one’s own that is not read comes first, however far the ladder has climbed since', () => {
  expect(shown()).toBe('');
  expect(shown(toClerk, toLeader)).toContain('2026-02-24 08:30 已提醒您 · 未读');
  const read = shown({ ...toClerk, readAt: '2026-02-24T01:00:00Z' }, toLeader);
  expect(read).toContain('2026-02-26 08:30 已提醒单位领导');
  expect(read).not.toContain('未读');
});
