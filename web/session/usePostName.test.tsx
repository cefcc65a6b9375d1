import { beforeAll, expect, test } from '@jest/globals';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import en from '../i18n/words.en.ts';
import zh from '../i18n/words.zh.ts';
import { type NamedPost, useActingName, useRoleName } from './usePostName.ts';

beforeAll(() => i18next.use(initReactI18next).init({ lng: 'zh', resources: { zh: { words: zh }, en: { words: en } } }));

const RoleName = ({ post }: { post: NamedPost }) => useRoleName()(post);
const ActingName = (post: Parameters<ReturnType<typeof useActingName>>[0]) => useActingName()(post);

test.each([
  ['zh', 'CITY', '市领导'],
  ['zh', 'COUNTY', '县领导'],
  ['en', 'CITY', 'City leader'],
  ['en', 'COUNTY', 'County leader'],
] as const)('in %s a leader of level %s is called %s', async (language, leaderLevel, expected) => {
  await i18next.changeLanguage(language);
  expect(renderToStaticMarkup(<RoleName post={{ role: 'LEADER', leaderLevel }} />)).toBe(expected);
});

const [DEPARTMENT, TOWNSHIP] = [{ code: '990101600000000' }, { code: '990101101000000' }];
test.each<[string, NamedPost, string, string]>([
  ['a clerk at a department', { role: 'TOWNSHIP_CLERK', unit: DEPARTMENT }, '单位经办', 'Unit clerk'],
  ['a clerk at a township', { role: 'TOWNSHIP_CLERK', unit: TOWNSHIP }, '乡镇群众工作站经办', 'Township clerk'],
  [
    'a leader at an enterprise',
    { role: 'TOWNSHIP_LEADER', unit: { code: '990101800000000' } },
    '单位领导',
    'Unit leader',
  ],
  ['a principal', { role: 'TOWNSHIP_LEADER', capacity: 'PRINCIPAL', unit: DEPARTMENT }, '主要负责人', 'Principal'],
  [
    'a head of the leading group',
    { role: 'LEADER', leaderLevel: 'COUNTY', capacity: 'GROUP_HEAD' },
    '领导小组组长',
    'Head of the leading group',
  ],
])('%s is called by what the unit is, or by the capacity', async (_who, post, inChinese, inEnglish) => {
  await i18next.changeLanguage('zh');
  expect(renderToStaticMarkup(<RoleName post={post} />)).toBe(inChinese);
  await i18next.changeLanguage('en');
  expect(renderToStaticMarkup(<RoleName post={post} />)).toBe(inEnglish);
});

test('a post that one stands in for is called by whom it is', async () => {
  await i18next.changeLanguage('zh');
  const post = { role: 'TOWNSHIP_LEADER', capacity: 'PRINCIPAL', personName: '张某', viewerStandsIn: true } as const;
  expect(renderToStaticMarkup(<ActingName {...post} />)).toBe('代理 张某（主要负责人）');
});
