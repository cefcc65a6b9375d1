import { afterAll, expect, test } from '@jest/globals';
import { garbledFrom } from './garbled.ts';
import { makeFolder, realText, refusalOf } from './import.testing.ts';

const folder = await makeFolder();
afterAll(() => folder.remove());

/** It is refused before any database is asked. */
const NOWHERE = 'postgresql://127.0.0.1:1/nowhere';

/** What Excel makes of a file when it takes it for another encoding, and saves. */
const utf8ReadAsGbk = (text: string) => new TextDecoder('gbk').decode(Buffer.from(text)).replaceAll('\ufffd', '?');
const utf8ReadAsLatin = (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text));
const GBK_READ_AS_LATIN = '³ÉÎäÏØ'; // 成武县

test('text read in another encoding than it was written in is known for what it was', () => {
  for (const name of ['成武县', '文亭街道', '南堤居民委员会', '刘庄村民委员会'])
    expect(garbledFrom(utf8ReadAsGbk(name))?.slice(0, 2)).toBe(name.slice(0, 2));
  expect(garbledFrom(utf8ReadAsLatin('成武县'))).toBe('成武县');
  expect(garbledFrom(GBK_READ_AS_LATIN)).toBe('成武县');
  expect(garbledFrom('锟斤拷锟斤拷')).toBeTruthy();
});

test('no name of the real county is taken for garbled, nor are names in other letters', async () => {
  const names = (await realText()).split('\n').map((line) => line.split(',')[1] ?? '');
  const others = ['联通', 'São Tomé', 'Ａ区', '阿依努尔·买买提', 'Müller', '𠮷野', '①号', 'Đặng Thị'];
  expect([...names, ...others].filter((name) => garbledFrom(name) !== undefined)).toEqual([]);
});

test.each([
  ['UTF-8 read as GBK', utf8ReadAsGbk],
  ['UTF-8 read as Latin text', utf8ReadAsLatin],
])('a file of names that was %s is refused with one finding that says what they were', async (_, garble) => {
  const [header, ...lines] = (await realText()).trimEnd().split('\n');
  const garbled = lines.map((line) => line.replace(/,([^,]+),/, (_whole, name: string) => `,${garble(name)},`));
  const file = await folder.write('garbled.csv', [header, ...garbled].join('\n'));
  const findings = await refusalOf(NOWHERE, { kind: 'divisions', file });
  expect(findings[0]).toMatchObject({ line: 2, code: 'GARBLED' });
  expect(findings[0]?.what.zh).toContain('成武');
  expect(findings).toHaveLength(1);
});
