import { expect, test } from '@jest/globals';
import { findPersonalData, maskPersonalData, scanForPersons } from './personal-data.ts';

const kinds = (text: string) => findPersonalData(text).map((found) => `${found.kind} ${found.text}`);

test.each([
  '11010519491231002X',
  '11010519491231002x',
  `44052419800101001${checkDigit('44052419800101001')}`,
  '110105 19491231 002X',
  '110105-19491231-002X',
  '1101 0519 4912 3100 2X',
  '１１０１０５１９４９１２３１００２Ｘ',
  '１１０１０５－１９４９１２３１－００２Ｘ',
])('the identity number %s is found', (number) => {
  expect(kinds(`身份证${number}，请核实`)).toEqual([`ID_NUMBER ${number}`]);
  expect(kinds(number)).toEqual([`ID_NUMBER ${number}`]);
});

test.each([
  '13812345678',
  '19912345678',
  '138 1234 5678',
  '138-1234-5678',
  '138.1234.5678',
  '1381234 5678',
  '138 12345678',
  '138 123 45678',
  '13812 345678',
  '+8613812345678',
  '+86 138 1234 5678',
  '+86-138-1234-5678',
  '008613812345678',
  '8613812345678',
  '(+86)13812345678',
  '１３８１２３４５６７８',
  '１３８－１２３４－５６７８',
  '０５３０－８１２３４５６',
  '0530-8123456',
  '0530 8123456',
  '05308123456',
  '(0530)8123456',
  '（0530）8123456',
  '010-62345678',
  '021-6234-5678',
  '+86 530 8123456',
  '+86-10-62345678',
])('the telephone number %s is found', (number) => {
  expect(kinds(`联系电话：${number}，王某`)).toEqual([`PHONE ${number}`]);
  expect(kinds(number)).toEqual([`PHONE ${number}`]);
});

test.each([
  ['a date', '2026-03-10、2026年3月10日、20260310、2026.03.10 08:30、13:45'],
  ['two dates', '2026-03-01-2026-03-10，20260301-20260310'],
  ['money', '补贴13800000000元、¥13812345678、1,381,234,567.89元、138亿元、15900000000 元、13812345678.50元'],
  ['a division code', '371723000000、371723100201、371723100201000、990101101205003、990101'],
  ['a report number', '990101-2026-000123、BG202603100001、LXQ13812345678、№13812345678、鲁信〔2026〕138号'],
  ['an order of goods', '订单号2026031013812345678、138123456789、0138123456789'],
  ['an identity number with a wrong check digit', '110105194912310021'],
  ['an identity number of no province', `99010519491231002${checkDigit('99010519491231002')}`],
  ['an identity number with no such day', `11010519490231002${checkDigit('11010519490231002')}`],
  ['a place’s fifteen figures', '371723001001001、371723100201000、990101101205003'],
  ['a card with a wrong check digit', '6222021001123456788'],
  ['a list of years and counts', '二〇二六年三月十日，三百五十六户，一二三组，2023、2024、2025、2026'],
  ['an id', '0198a3b4-7c1d-7e2f-8a90-13812345678f'],
  ['a service line', '12345、12350、400-812-3456、110、96111'],
  ['a decimal', '0.13812345678、3.1415926535、13812.345678'],
  ['a short local number', '8123456'],
])('%s is no personal data', (_, text) => {
  expect(kinds(text)).toEqual([]);
});

test('several in one text come in reading order with exact offsets', () => {
  const text = '😀张某13812345678/13912345678（110105 19491231 002X）tel:0530-8123456。Tel13712345678';
  const found = findPersonalData(text);
  expect(found.map((each) => each.kind)).toEqual(['PHONE', 'PHONE', 'ID_NUMBER', 'PHONE', 'PHONE']);
  for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text);
});

test('a telephone number inside an identity number is not reported again', () => {
  const number = `371723 19880813123 ${checkDigit('37172319880813123')}`;
  expect(kinds(number)).toEqual([`ID_NUMBER ${number}`]);
});

test.each([
  ['电话13812345678，', '电话138****5678，'],
  ['+86 138-1234-1234', '138****1234'],
  ['１３８１２３４１２３４', '138****1234'],
  ['证号110105 19491231 002x。', '证号110***********002X。'],
  ['0530-8123456', '0530-*****56'],
  ['（010）62345678', '010-******78'],
  ['+86 10 62345678', '10-******78'],
])('%s is masked as %s', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test.each([
  ['办公室0530-8123456-8012', '办公室0530-*****56-8012'],
  ['13812345678-0001', '138****5678-0001'],
])('what is dialled after a number, as in %s, does not hide it', (text, masked) => {
  expect(maskPersonalData(text)).toBe(masked);
});

test('what is masked is not found again, and text without personal data stays as it is', () => {
  const text = '李某110105-19491231-002X、13812345678、(0530)8123456 于2026-03-10反映水井';
  expect(findPersonalData(maskPersonalData(text))).toEqual([]);
  expect(maskPersonalData('2026年3月10日，补贴138元')).toBe('2026年3月10日，补贴138元');
});

test('checking takes time in proportion to the text, whatever figures it holds', () => {
  const once = (times: number) => {
    const started = performance.now();
    for (const hostile of [
      '1 3-'.repeat(times),
      '138-1234-567 '.repeat(times),
      '1'.repeat(4 * times),
      '6    2    '.repeat(times),
      '村民水·'.repeat(times),
    ])
      scanForPersons(hostile);
    return performance.now() - started;
  };
  const check = (times: number) => Math.min(...Array.from({ length: 5 }, () => once(times))); // others use the machine, too
  check(500); // compiled by now
  expect(check(5_000) / check(500)).toBeLessThan(40); // ten in proportion, a hundred if quadratic
});

function checkDigit(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(seventeen[i]), 0) % 11] ?? '';
}

test.each([
  ['PHONE', '一三八一二三四五六七八'],
  ['PHONE', '幺三八一二三四五六七八'],
  ['PHONE', '壹叁捌壹贰叁肆伍陆柒捌'],
  ['PHONE', '①③⑧①②③④⑤⑥⑦⑧'],
  ['PHONE', '❶❸❽❶❷❸❹❺❻❼❽'],
  ['PHONE', '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖'],
  ['PHONE', '⒈⒊⒏⒈⒉⒊⒋⒌⒍⒎⒏'],
  ['PHONE', '1三8 1二3四 5六7八'],
  ['PHONE', '138\n1234\n5678'],
  ['PHONE', '138\r\n12345678'],
  ['PHONE', '138/1234/5678'],
  ['PHONE', '138 - 1234 - 5678'],
  ['PHONE', '138\r\n\r\n12345678'],
  ['ID_NUMBER', '110105 - 19491231 - 002X'],
  ['BANK_CARD', '6222 - 0210 - 0112 - 3456 - 789'],
  ['PHONE', '١٣٨١٢٣٤٥٦٧٨'],
  ['PHONE', '1 3 8 1 2 3 4 5 6 7 8'],
  ['PHONE', '138\u200b1234\u200b5678'],
  ['PHONE', '零五三零-八一二三四五六'],
  ['ID_NUMBER', '110105491231002'],
  ['ID_NUMBER', '110105 491231 002'],
  ['ID_NUMBER', '110105\n19491231\n002X'],
  ['ID_NUMBER', '一一零一零五一九四九一二三一零零二X'],
  ['BANK_CARD', '6222021001123456789'],
  ['BANK_CARD', '6222 0210 0112 3456 789'],
  ['BANK_CARD', '6222-0210-0112-3456-789'],
  ['BANK_CARD', '６２２２０２１００１１２３４５６７８９'],
  ['BANK_CARD', '4111\n1111\n1111\n1111'],
])('the %s %j is found whole, and gone when masked', (kind, number) => {
  const text = `情况如下：${number}，请核实。`;
  expect(findPersonalData(text).map((found) => [found.kind, found.text])).toEqual([[kind, number]]);
  const masked = maskPersonalData(text);
  expect(masked).toContain('*');
  expect(findPersonalData(masked)).toEqual([]);
});

test.each([
  ['村民张建国反映门前排水沟堵塞。', '张建国'],
  ['群众李娜，家住村东头，房屋漏雨。', '李娜'],
  ['姓名：王秀英，家中吃水困难。', '王秀英'],
  ['赵大勇，男，67岁，双目失明。', '赵大勇'],
  ['低保户刘桂兰家中屋顶漏雨。', '刘桂兰'],
  ['联系人陈思（村西头）。', '陈思'],
  ['村民张　伟反映门前积水。', '张　伟'],
  ['户主：张 建 国，男，67岁。', '张 建 国'],
  ['村民张\n建国反映门前积水。', '张\n建国'],
  ['村民张\u200b建国反映门前积水。', '张\u200b建国'],
  ['村民欧阳建国反映门前积水。', '欧阳建国'],
  ['村民买买提·艾力反映门前积水。', '买买提·艾力'],
  ['姓名：买买提•艾力，男，67岁。', '买买提•艾力'],
  ['群众李娜 住在村东头，房屋漏雨。', '李娜'],
])('in %s the name %s is pointed at and masked', (text, name) => {
  expect(scanForPersons(text).map((found) => [found.kind, found.text])).toEqual([['NAME', name]]);
  const masked = maskPersonalData(text);
  expect(masked).toContain(`${name[0]}某某`);
  expect(scanForPersons(masked)).toEqual([]);
});

test.each([
  '村民张某反映，群众高度关注此事。',
  '群众方便了，老人常年吃水困难，村民马上要浇地。',
  '村民王家庄组三十户反映，学生上学路面不平。',
  '老人于三月摔伤，群众向镇里反映。',
])('in %s nobody is named', (text) => expect(scanForPersons(text)).toEqual([]));
