import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import en from './ui.en.ts';
import zh from './ui.zh.ts';
import { useJoined } from './useJoined.ts';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { ui: zh }, en: { ui: en } } }));

const Joined = () => useJoined()(['one', 'two']);

test.each([
  ['zh', 'one、two'],
  ['en', 'one, two'],
])('in %s words in a row are parted as the language parts them', async (language, expected) => {
  await i18next.changeLanguage(language);
  expect(renderToStaticMarkup(<Joined />)).toBe(expected);
});
