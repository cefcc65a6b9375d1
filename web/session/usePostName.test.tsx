import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import en from '../i18n/words.en.ts';
import zh from '../i18n/words.zh.ts';
import { useRoleName } from './usePostName.ts';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { words: zh }, en: { words: en } } }));

function RoleName({ leaderLevel }: { leaderLevel: 'CITY' | 'COUNTY' | null }) {
  return useRoleName()({ role: 'LEADER', leaderLevel });
}

test.each([
  ['zh', 'CITY', '市领导'],
  ['zh', 'COUNTY', '县领导'],
  ['en', 'CITY', 'City leader'],
  ['en', 'COUNTY', 'County leader'],
] as const)('in %s a leader of level %s is called %s', async (language, leaderLevel, expected) => {
  await i18next.changeLanguage(language);
  expect(renderToStaticMarkup(<RoleName leaderLevel={leaderLevel} />)).toBe(expected);
});
