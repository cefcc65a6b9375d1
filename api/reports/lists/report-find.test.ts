import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, COUNTY, draft, type Fixture, idOf, startFixture } from '../../testing/fixture.ts';
import { soundOf } from '../search/report-sounds.ts';

/* What a word is met by: the text, the place, the topic, the reporter's name where the viewer sees it; as written or by pinyin. */
let fixture: Fixture;
const ids: Record<string, string> = {};
beforeAll(async () => {
  fixture = await startFixture();
  await fixture.admin.query(`update term set name = '饮水难' where code = 'WATER'`);
  await send('water', 'officer', { topic: 'WATER', content: '村东水管裂了三天，三十户人家要到邻村挑水，请派人来修。' });
  await send('road', 'officer2', { topic: 'ROAD', content: '村口的桥面塌了一块，校车过不去，孩子们每天绕行五里。' });
  await send('cut', 'officer', { topic: 'ROAD', content: '修路挖断了管子，半个村子断水两天，希望早点接上水管。' });
  await send('elm', 'otherOfficer', {
    topic: 'WATER',
    content: '水塔漏水，断水四天，家里水缸都见了底，请尽快来人看看。',
  });
  await send('direct', 'officer', {
    topic: 'ROAD',
    line: 'DIRECT',
    content: '路灯坏了几个月没有人管，夜里走路摔了两位老人，请查一查。',
  });
  await send('sealed', 'officer', {
    topic: 'CONDUCT',
    line: 'SEALED',
    content: '有人拿走了修桥的钱，村里都知道，希望上面派人来查一查。',
  });
  await send('foreign', 'foreignOfficer', {
    topic: 'WATER',
    content: '山上引水的管子冻裂，断水五天，全组都到河里挑水吃。',
  });
  await name('officer', '欧阳建国');
  await name('otherOfficer', '尉迟春花');
  await name('foreignOfficer', '欧阳建国');
});
afterAll(() => fixture.close());

async function send(as: string, account: Account, changes: Record<string, unknown>): Promise<void> {
  const { data, errors } = await fixture.run<{ submitReport: { report: { id: string } } }>(
    account,
    'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id } } }',
    { draft: draft(account, changes) },
  );
  expect(errors).toBeUndefined();
  ids[as] = data?.submitReport.report.id as string;
}
async function name(account: Account, as: string): Promise<void> {
  await fixture.admin.query('update post set person_name = $2 where id = $1', [idOf(`post/${account}`), as]);
}

async function found(account: Account, text: string, first = 20): Promise<string[]> {
  const { data, errors } = await fixture.run<any>(
    account,
    'query ($text: String!, $first: Int!) { searchReports(text: $text, first: $first) { edges { node { id } } } }',
    { text, first },
  );
  expect(errors).toBeUndefined();
  const names = new Map(Object.entries(ids).map(([as, id]) => [id, as]));
  return data.searchReports.edges.map(({ node }: any) => names.get(node.id)).sort();
}

test.each([
  ['a topic', '饮水难', ['water']],
  ['a topic and a place', '饮水难 柳林', ['water']],
  ['a place and a topic, by the initials of both', 'llc ysn', ['water']],
  ['a topic and a word of the text', '道路 校车', ['road']],
  ['a topic and a word that meets it elsewhere only', '饮水难 校车', []],
  ['a topic and a place of somebody else', '饮水难 榆树', []],
  ['a word of the text in pinyin', 'duanshui', ['cut']],
  ['pinyin that is still being typed', 'duansh', ['cut']],
  ['another word of the text in pinyin', 'xiaoche', ['road']],
  ['the initials of words of the text', 'qmt', ['road']],
  ['a topic in pinyin', 'yinshuinan', ['water']],
  ['the initials of a topic', 'ysn', ['water']],
  ['pinyin in capitals and full width', 'ＹＳＮ', ['water']],
  ['pinyin and a word as written', 'duanshui 两天', ['cut']],
  ['a reporter’s name', '欧阳建国', ['cut', 'water']],
  ['a reporter’s name, padded, and a topic', '欧阳建国 道路', ['cut']],
  ['a reporter’s name and a word of somebody else', '欧阳建国 校车', []],
])('a clerk finds by %s', async (_, text, expected) => {
  expect(await found('clerk', text)).toEqual(expected);
});

test('part of a name finds nobody: reports are looked for, and people are not browsed', async () => {
  expect(await found('clerk', '欧阳')).toEqual([]);
});

test('every page after the first goes on where the one before ended, however a word is met', async () => {
  const ask = async (after: string | null) =>
    (
      await fixture.run<any>(
        'county',
        'query ($after: String) { searchReports(text: "shuiguan", first: 1, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }',
        { after },
      )
    ).data.searchReports;
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo } = await ask(after);
    seen.push(...edges.map(({ node }: any) => node.id));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual([ids.cut, ids.water]);
});

test('a reporter is found where their name is shown, and nowhere else', async () => {
  // The county sees the direct report, and not who wrote it.
  expect(await found('county', '欧阳建国')).toEqual(['cut', 'water']);
  expect(await found('county', '路灯')).toEqual(['direct']);
  expect(await found('county', '欧阳建国 路灯')).toEqual([]);
  // The desk of the accusations sees the sealed one, and not who wrote it.
  expect(await found('discipline', '修桥')).toEqual(['sealed']);
  expect(await found('discipline', '欧阳建国')).toEqual([]);
  expect(await found('discipline', '欧阳建国 修桥')).toEqual([]);
  // The author knows.
  expect(await found('officer', '欧阳建国')).toEqual(['cut', 'direct', 'sealed', 'water']);
  // Others are out of sight, and so are their names.
  expect(await found('officer2', '欧阳建国')).toEqual([]);
  expect(await found('otherClerk', '欧阳建国')).toEqual([]);
  expect(await found('clerk', '尉迟春花')).toEqual([]);
  expect(await found('otherClerk', '尉迟春花')).toEqual(['elm']);
  expect(await found('foreignClerk', '欧阳建国')).toEqual(['foreign']);
});

test('what is shown as the reporter and what finds the report are the same, for every viewer', async () => {
  for (const account of [
    'county',
    'discipline',
    'clerk',
    'head',
    'officer',
    'officer2',
    'leader',
    'foreignClerk',
  ] as const) {
    const { data } = await fixture.run<any>(
      account,
      '{ reports(first: 50) { edges { node { id reporter { name } } } } }',
    );
    const shown = data.reports.edges
      .filter(({ node }: any) => node.reporter.name === '欧阳建国')
      .map(({ node }: any) => node.id);
    const hits = (await found(account, '欧阳建国')).map((as) => ids[as]);
    expect([account, hits.sort()]).toEqual([account, shown.sort()]);
  }
});

test('a report that is sealed later is not found by its reporter any more', async () => {
  await send('late', 'officer', { topic: 'ROAD', content: '修路的石子被人拉走了大半，路基都空了，希望有人来问一问。' });
  expect(await found('county', '欧阳建国 石子')).toEqual(['late']);
  await fixture.admin.query(`update report set line = 'SEALED', topic_code = 'CONDUCT' where id = $1`, [ids.late]);
  await fixture.admin.query(`update report_search set line = 'SEALED' where report_id = $1`, [ids.late]);
  expect(await found('county', '欧阳建国 石子')).toEqual([]);
  expect(await found('county', '石子')).toEqual([]);
  await fixture.admin.query('delete from report_search where report_id = $1', [ids.late]);
  await fixture.admin.query('update report set author_id = $2 where id = $1', [ids.late, idOf('officer2')]);
});

test('pinyin and topics find nothing beyond the viewer’s own units and county', async () => {
  expect(await found('clerk', 'duanshui')).toEqual(['cut']);
  expect(await found('otherClerk', 'duanshui')).toEqual(['elm']);
  expect(await found('head', 'duanshui')).toEqual(['cut']);
  expect(await found('officer2', 'duanshui')).toEqual([]);
  expect(await found('foreignClerk', 'duanshui')).toEqual(['foreign']);
  expect(await found('county', 'ysn')).toEqual(['elm', 'water']);
  expect(await found('foreignClerk', '饮水难')).toEqual(['foreign']);
});

test('a topic that a desk changes, or the county renames, is found by what it is now', async () => {
  await fixture.admin.query(`update report set topic_code = 'LOOSE' where id = $1`, [ids.road]);
  expect(await found('clerk', '道路 校车')).toEqual([]);
  expect(await found('clerk', '未分管 校车')).toEqual(['road']);
  await fixture.admin.query(`update term set name = '桥梁' where code = 'LOOSE' and county_code = $1`, [COUNTY]);
  expect(await found('clerk', 'qiaoliang 校车')).toEqual(['road']);
  await fixture.admin.query(`update report set topic_code = 'ROAD' where id = $1`, [ids.road]);
});

test.each([
  ['wildcards', '%% __ .* [一-龥]{2}'],
  ['brackets of a pattern', '(水管|断水)'],
  ['a quote', `水管' or true --`],
  ['letters that are no pinyin', 'wifi vvvv'],
  ['nothing but a syllable over and over', 'an'.repeat(30)],
  ['twenty words that every topic meets', '水 道 路 饮 难 '.repeat(6).slice(0, 58)],
  ['thirty words of letters', 'sh yi ji zh xi li ch ya da wu fu gu hu ku lu mu nu bu pu du'],
])('%s are words like any others, and find nothing', async (_, text) => {
  const { data, errors } = await fixture.run<any>(
    'county',
    'query ($text: String!) { searchReports(text: $text) { edges { node { id } } } }',
    { text },
  );
  if (errors) expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  else expect(data.searchReports.edges).toEqual([]);
});

test('a thousand words, and an empty text, are refused by name', async () => {
  for (const text of ['', '饮水难 '.repeat(1_000)]) {
    const { errors } = await fixture.run(
      'county',
      'query ($text: String!) { searchReports(text: $text) { edges { cursor } } }',
      { text },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  }
});

test('letters are read as every way to cut them, in bounds', () => {
  expect(new RegExp(`^(?:${soundOf('xian')})$`).test('西安')).toBe(true);
  expect(new RegExp(`^(?:${soundOf('dgz')})$`).test('东关镇')).toBe(true);
  for (const none of ['shui', 'wifi', 'a', 'a1', '饮水', '.*', 'an'.repeat(13)]) expect(soundOf(none)).toBeNull();
  expect(soundOf('an'.repeat(12))?.length).toBeLessThan(20_000);
});
