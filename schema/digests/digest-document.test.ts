import { expect, test } from '@jest/globals';
import { chineseDate, chineseNumeral, chinesePeriod } from '../texts/chinese.ts';
import { copiesHandedOut, type DigestDocument, documentBlocks, documentText } from './digest-document.ts';
import { richTextFromPlain } from './rich-text.ts';

const issue: DigestDocument = {
  banner: '十日信息摘报',
  mark: '内部资料 注意保存',
  no: 7,
  cumNo: 28,
  year: 2026,
  issuer: '中共临桥县委群众工作办公室',
  signedOn: '2026-03-11',
  periodFrom: '2026-03-01',
  periodTo: '2026-03-10',
  signer: '周明远',
  sections: [
    {
      heading: '分管农业农村工作 · 副县长',
      items: [
        {
          number: 1,
          title: '三个村机井出水不足',
          kind: 'NORMAL',
          body: richTextFromPlain('柳河镇三个村反映机井出水不足。\n\n涉及 214 户。'),
          sources: '（柳河镇 3 条）',
        },
      ],
    },
    {
      heading: '分管教育卫生工作 · 副县长',
      items: [{ number: 2, title: '第6期第4条户数有误', kind: 'CORRECTION', body: richTextFromPlain('应为 41 户。') }],
    },
  ],
  distribution: { report: ['市委办公室', '县委书记'], send: ['县委常委'], issue: ['各乡镇', '县直各部门'] },
  copies: 60,
};

test('an issue reads from the mark to the number of copies', () => {
  expect(documentText(issue)).toEqual([
    '内部资料 注意保存　　编号：2026007',
    '十日信息摘报',
    '第7期（总第28期）',
    '中共临桥县委群众工作办公室　　2026年3月11日',
    '（2026年3月1日至10日）',
    '目　　录',
    '一、分管农业农村工作 · 副县长',
    '（一）三个村机井出水不足',
    '二、分管教育卫生工作 · 副县长',
    '（二）更正：第6期第4条户数有误',
    '一、分管农业农村工作 · 副县长',
    '（一）三个村机井出水不足',
    '柳河镇三个村反映机井出水不足。',
    '涉及 214 户。',
    '（柳河镇 3 条）',
    '二、分管教育卫生工作 · 副县长',
    '（二）更正：第6期第4条户数有误',
    '应为 41 户。',
    '报：市委办公室、县委书记',
    '送：县委常委',
    '发：各乡镇、县直各部门',
    '签发：周明远　　共印60份',
  ]);
});

test('a draft leaves room for the numbers, the date and the signer', () => {
  const draft = { ...issue, no: null, cumNo: null, signedOn: null, signer: null, sections: [] };
  const empty = { report: [], send: [], issue: [] };
  expect(documentText({ ...draft, distribution: empty })).toEqual([
    '内部资料 注意保存　　编号：　　　',
    '十日信息摘报',
    '第　期（总第　期）',
    '中共临桥县委群众工作办公室　　2026年　月　日',
    '（2026年3月1日至10日）',
    '　　共印60份',
  ]);
});

test('an entry of the contents says the same as the heading it leads to', () => {
  const blocks = documentBlocks(issue);
  for (const entry of blocks.filter(({ role }) => role.startsWith('contents') && role !== 'contents')) {
    const targets = blocks.filter(({ role, key }) => key === entry.key && (role === 'section' || role === 'title'));
    expect(targets.map(({ text }) => text)).toEqual([entry.text]);
  }
});

test('bold words stay bold and no control character reaches the lines', () => {
  const body = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [
          { type: 'text' as const, text: '急\u0007办', marks: [{ type: 'bold' as const }] as [{ type: 'bold' }] },
        ],
      },
    ],
  };
  const [first] = issue.sections;
  const doc = {
    ...issue,
    sections: [
      {
        heading: '安\u0000全\n生产',
        items: [{ ...first?.items[0], number: 1, title: '一\u202E二', kind: 'NORMAL' as const, body }],
      },
    ],
  };
  expect(documentBlocks(doc).find(({ role }) => role === 'paragraph')).toMatchObject({
    text: '急办',
    words: [{ text: '急办', marks: [{ type: 'bold' }] }],
  });
  expect(documentText(doc)).toEqual(expect.arrayContaining(['一、安全 生产', '（一）一二']));
});

test.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [21, '二十一'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [999, '九百九十九'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
  [2020, '二千零二十'],
])('section %d is numbered %s', (n, numeral) => {
  expect(chineseNumeral(n)).toBe(numeral);
});

test('zero and halves number no section', () => {
  expect(() => chineseNumeral(0)).toThrow(RangeError);
  expect(() => chineseNumeral(1.5)).toThrow(RangeError);
});

test('dates and periods are written without leading zeros and without saying the year twice', () => {
  expect(chineseDate('2026-03-05')).toBe('2026年3月5日');
  expect(chinesePeriod('2026-03-21', '2026-03-31')).toBe('2026年3月21日至31日');
  expect(chinesePeriod('2026-03-28', '2026-04-03')).toBe('2026年3月28日至4月3日');
  expect(chinesePeriod('2026-12-30', '2027-01-05')).toBe('2026年12月30日至2027年1月5日');
  expect(() => chineseDate('2026-3-5')).toThrow('2026-3-5');
});

test.each([
  [['市委办公室'], 1],
  [['各乡镇党委（12份）', '县直各部门(25 份)'], 37],
  [['县委书记', '县委常委（8份）', '档案（存）'], 10],
  [[], 0],
])('%j get so many copies: %d', (report, copies) => {
  expect(copiesHandedOut({ report, send: [], issue: [] })).toBe(copies);
  expect(copiesHandedOut({ report: ['县长'], send: report, issue: report })).toBe(1 + 2 * copies);
});
