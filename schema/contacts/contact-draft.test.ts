import { expect, test } from '@jest/globals';
import { problemKey } from '../problems.ts';
import { contactProblems, maskedName, maskedPhone, plainPhone } from './contact-draft.ts';

const contact = { name: '郑铁柱', phone: '13812345678', address: '柳林村三组西头' };

test.each([
  ['138 1234 5678', '13812345678'],
  ['+86 138-1234-5678', '13812345678'],
  ['１３８１２３４５６７８', '13812345678'],
  ['一三八一二三四五六七八', '13812345678'],
  ['(0310)5123456', '03105123456'],
  ['+86 310 5123456', '03105123456'],
  ['021-6512 3456', '02165123456'],
])('%s is a telephone number', (typed, plain) => expect(plainPhone(typed)).toBe(plain));

test.each([
  '110',
  '1381234567',
  '138123456789',
  '23812345678',
  '电话13812345678',
  '13812345678 13912345678',
  '5123456',
  '',
])('%s is none', (typed) => expect(plainPhone(typed)).toBeNull());

test.each([
  [[], {}],
  [[], { phone: null }],
  [[], { address: null }],
  [[], { name: '买买提·艾力' }],
  [['phone.MISSING'], { phone: ' ', address: '\u200b \u3000' }],
  [['phone.FORM'], { phone: '12345' }],
  [['name.SHORT'], { name: '郑' }],
  [['name.LONG'], { name: '郑'.repeat(31) }],
  [['name.NUMBER'], { name: '郑铁柱13812345678' }],
  [['address.LONG'], { address: '村'.repeat(101) }],
  [['address.NUMBER'], { address: '身份证 11010519491231002X' }],
])('a contact is held up by %p', (problems, change) =>
  expect(contactProblems({ ...contact, ...change }).map(problemKey)).toEqual(problems),
);

test('what is masked tells the family name and the ends of the number', () => {
  expect(['郑铁柱', '欧阳锋', '𠮷田'].map(maskedName)).toEqual(['郑**', '欧**', '𠮷**']);
  expect(['13812345678', '03105123456', '02165123456'].map(maskedPhone)).toEqual([
    '138****5678',
    '0310-*****56',
    '021-******56',
  ]);
});
