import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import words from '../../i18n/words.zh.ts';
import { DeadlineTag } from './DeadlineTag.tsx';
import { deadline, proof } from './deadline.testing.ts';
import type { DeadlineWholeFragment } from './deadlines.generated.ts';
import deadlines from './deadlines.zh.ts';
import { ProofFacts } from './ProofFacts.tsx';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { deadlines, words } } }));

const shown = (changes: Partial<DeadlineWholeFragment> = {}) =>
  renderToStaticMarkup(<DeadlineTag deadline={{ ...deadline, ...changes }} />);

test.each<[string, Partial<DeadlineWholeFragment>, string, string]>([
  ['days are left', {}, 'later', '剩3个工作日'],
  ['it is the last day but one', { workDaysLeft: 1 }, 'soon', '剩1个工作日'],
  ['it is the last day', { workDaysLeft: 0 }, 'soon', '今天到期'],
  ['it has passed', { workDaysLeft: -2, isOverdue: true }, 'overdue', '超期2个工作日'],
  ['it is paused, however late', { workDaysLeft: null, isPaused: true }, 'later', '已暂停'],
  ['it was met', { state: 'MET', workDaysLeft: null, metAt: '2026-02-20T02:00:00Z' }, 'over', '已办结'],
  ['it was met late', { state: 'MET', workDaysLeft: null, metAt: '2026-02-25T02:00:00Z' }, 'over', '超期办结'],
  ['it was dropped', { state: 'DROPPED', workDaysLeft: null }, 'over', '不再计时'],
  ['a window has closed', { rule: 'INSTRUCTION_OBJECT', workDaysLeft: -2 }, 'over', '已过'],
  ['its year is not published', { isProvisional: true }, 'later', '剩3个工作日（暂定）'],
])('when %s the tag says so, in its tone', (_when, changes, tone, words) => {
  const html = shown(changes);
  expect(html).toContain(`deadline-tag deadline-${tone}"`);
  expect(html).toContain(words);
  expect(html).toContain('aria-haspopup="dialog"');
});

test('a proof says from when, how many, past what and why, and from where it moved on', () => {
  const html = renderToStaticMarkup(<ProofFacts proof={proof} isProvisional />);
  for (const words of [
    '从 2026-02-08 起算，当天不计，数 7 天',
    '2026-02-15 周末',
    '2026-02-16 至 2026-02-20 春节放假',
    '最后一天 2026-02-15 不上班，顺延到 2026-02-24',
    '2026-02-24 24时',
    '尚未公布',
  ])
    expect(html).toContain(words);
});
