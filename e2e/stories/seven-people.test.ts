import { expect, test } from '@jest/globals';
import {
  assigned,
  check,
  choose,
  dialogOf,
  filed,
  fill,
  heard,
  instructs,
  open,
  overflow,
  planned,
  press,
  sent,
  tells,
  worded,
  written,
} from './deeds.ts';
import type { Person } from './person.ts';
import {
  caseLink,
  caseStands,
  haveStayed,
  leaderSees,
  passedOn,
  people,
  reported,
  reporterSees,
  stay,
  told,
  unitOf,
} from './seven.ts';

/** From an officer's word to the revisit after the closing: seven people. Whatever is done is done on a screen; what the leader and the officer have open is never loaded anew. */
const MARK = `石榴渠${Date.now() % 100_000}号`;
const WORDS = `请尽快查清${MARK}断水原因，限期通水。`;
const ANSWER = '渠道已清淤，水已放到田头。';
const addressOf = ({ page }: Person) => new URL(page.url()).pathname;
let report: string;
let instruction: string;
let no: string;
let ofCase: string;

test('an officer tells of it on a phone, straight to the county, whose clerk accepts it', async () => {
  const { page } = people.officer;
  await tells(people.officer, `${MARK}三天没有来水，四十多户的秧田要干了，盼望尽快派人看看。`, '直报');
  await press(page, '查看这一条');
  await page.waitForURL(/\/officer\/mine\/.+/);
  report = addressOf(people.officer).split('/').at(-1) as string;
  await stay(people.officer);
  const desk = people.county.page;
  await open(people.county, `/desk/reports/${report}`);
  await desk.getByRole('button', { name: /^受\s*理/ }).click();
  await reporterSees('受理研判');
});

test('a city leader writes on it; the officer learns that, not the words', async () => {
  const { page } = people.leader;
  await open(people.leader, `/leader/reports/${report}`);
  await instructs(people.leader, WORDS, '水利局');
  await page.getByRole('link', { name: '批示', exact: true }).click();
  const written = page.getByRole('article').filter({ hasText: WORDS });
  await written.getByRole('link', { name: '办理经过' }).click();
  await page.getByText('现由县群工办办理').waitFor();
  instruction = addressOf(people.leader).split('/').at(-1) as string;
  no = (await page.getByText(/^批示 \d{4}-\d+/).textContent())?.replace('批示 ', '') ?? '';
  await stay(people.leader);
  await reporterSees('批示');
  expect(await people.officer.page.getByText(WORDS).count()).toBe(0);
});

test('the office registers it in words for its units and dispatches it; the bureau has it by itself, another unit has not', async () => {
  const { page } = people.county;
  await open(people.bureau, '/matters');
  await open(people.neighbour, '/matters');
  await open(people.county, '/matters');
  await page.getByRole('link', { name: no }).click();
  await press(page, '登记');
  // What the leader wrote on is proposed, once it is here.
  await page.waitForFunction(
    (mark) => document.querySelector<HTMLTextAreaElement>('#matter-brief')?.value.includes(mark),
    MARK,
  );
  await sent(people.county, '登记');
  await leaderSees('登记');
  await reporterSees('批示已登记');
  expect(await people.bureau.page.getByRole('link', { name: no }).count()).toBe(0);
  await press(page, '转办');
  await people.bureau.page.getByRole('link', { name: no }).waitFor();
  await people.leader.page.getByText(/现由水利局办理/).waitFor();
  await reporterSees('转办');
  expect(await people.neighbour.page.getByRole('link', { name: no }).count()).toBe(0);
  await open(people.neighbour, `/matters/${instruction}`);
  await people.neighbour.page.getByText(/已收回、已改转其他单位，或不存在/).waitFor();
});

test('the bureau signs for it', async () => {
  const { page } = people.bureau;
  await page.getByRole('link', { name: no }).click();
  await page.getByText(MARK).first().waitFor();
  await press(page, '签收');
  await leaderSees('签收');
  await reporterSees('承办单位已签收批示');
});

test('the office makes it a case, accepts and files it, and assigns it to the bureau', async () => {
  const { page } = people.county;
  await press(page, '立为案件');
  await check(dialogOf(people.county), '申诉求决', '初信初访');
  await press(dialogOf(people.county), '登记案件');
  await page.waitForURL(/\/matters\/cases\/.+/);
  ofCase = addressOf(people.county);
  await people.leader.page.getByText('据此办理的案件').waitFor();
  await caseStands('已登记');
  await reporterSees('已登记为案件');
  await filed(people.county);
  await caseStands('已立案');
  await open(people.bureau, '/matters/cases');
  await assigned(people.county, '水利局');
  await people.bureau.page.getByText(MARK).first().waitFor();
  await caseStands('已交办');
  await reporterSees('已交承办单位办理');
});

test('the bureau signs for the case, forms a team with a plan and writes the result, with the opinion that the villager signs on the screen', async () => {
  const { page } = people.bureau;
  await open(people.bureau, ofCase);
  await press(page, '签收');
  await reporterSees('承办单位已签收案件');
  await planned(people.bureau, '三日内清淤通水，派人值守');
  await caseStands('办理中');
  await reporterSees('已组班子、定方案');
  await written(people.bureau, ['属实，已解决', '群众已在屏幕签名'], {
    ...{ 群众请求: '尽快通水', '事实、理由和依据': '《抗旱条例》有关规定', 救济途径: '可在三十日内申请复查' },
    ...{ 办理情况: '渠道淤塞，已清淤两百米，恢复通水。', 可告知群众的答复: ANSWER, 群众本人意见: '水来了，满意' },
  });
  await page.getByRole('img', { name: '群众签名' }).waitFor();
  await open(people.inCharge, ofCase);
  await reported();
});

test('a clerk of another township, asked to revisit, hears that it is unsolved: the case goes back by itself', async () => {
  const { page } = people.neighbour;
  await open(people.neighbour, '/matters/revisits');
  await people.county.page.getByRole('link', { name: '去回访' }).click();
  await press(people.county.page, '派回访');
  await choose(people.county.page, 'revisit-unit', await unitOf('other.township.clerk'));
  await sent(people.county, '派回访');
  await page.getByRole('link', { name: new RegExp(MARK) }).click();
  await heard(people.neighbour, ['未解决', '不满意'], '渠尾还是没有水');
  await fill(dialogOf(people.neighbour), { 未解决或不满意的具体原因: '渠尾一百米没有清淤，水到不了田头' });
  await sent(people.neighbour, '提交，退回重办');
  await caseStands('退回重办');
  await reporterSees('已回访，问题没有解决，退回重办');
});

test('it is planned and reported again, and the office hears that it is solved', async () => {
  await planned(people.bureau, '继续清淤到渠尾');
  await caseStands('办理中');
  await reporterSees('已组班子、定方案');
  await written(people.bureau, ['群众已在屏幕签名'], { 办理情况: '渠尾一百米已清淤，全线通水。' });
  await reported();
  await open(people.county, ofCase);
  await people.county.page.getByRole('link', { name: '去回访' }).click();
  await heard(people.county, ['已解决', '满意'], '这回水到田头了');
  await sent(people.county, '记录回访');
  await caseStands('结案前已回访');
  await reporterSees('已回访，问题已解决');
});

test('with the villager’s, the clerk’s and the principal’s hands under it the office closes it', async () => {
  const { page } = people.county;
  const leader = people.leader.page;
  await caseLink().click();
  await leader.getByText('结案还缺').waitFor();
  await open(people.county, ofCase);
  for (const who of [people.bureau, people.principal]) {
    expect(await page.getByRole('button', { name: /^结\s*案$/ }).count()).toBe(0);
    await open(who, ofCase);
    await press(who.page, '结案签字');
    await sent(who, '结案签字');
    await leader
      .getByText('结案签字', { exact: true })
      .nth(who === people.bureau ? 0 : 1)
      .waitFor();
    await reporterSees('结案已签字');
  }
  await press(page, '结案');
  await sent(people.county, '结案');
  await leader.getByText('已结案').first().waitFor();
  await leader.goBack();
  await caseStands('已结案');
  await reporterSees('已结案');
});

test('the bureau’s first word to the leader does not hold on its papers; its second is verified by a revisit and goes to the leader', async () => {
  const { page } = people.county;
  for (const who of [people.county, people.bureau, people.inCharge]) await open(who, `/matters/${instruction}`);
  await told('渠道淤塞，已清淤两百米，恢复通水。', ANSWER);
  await press(page, '开始核实');
  await leaderSees('开始核实');
  await press(page, '退回重办');
  await worded(people.county, '没有写明渠尾的情况', '退回重办');
  await leaderSees('退回重办');
  await reporterSees('办理结果已退回重办');
  await told('渠尾一百米已清淤，全线通水。', ANSWER);
  await press(page, '开始核实');
  await leaderSees('开始核实');
  const asked = page.getByRole('listitem').filter({ hasText: '待回访' });
  await asked.getByRole('link', { name: '核查回访' }).click();
  await heard(people.county, ['已解决', '满意'], '全线都通水了');
  await sent(people.county, '记录回访');
  await open(people.county, `/matters/${instruction}`);
  await press(page, '核实属实，呈报领导');
  await worded(people.county, '群众反映全线通水', '核实属实，呈报领导');
  await reporterSees('办理结果已呈报领导');
});

test('the leader accepts it on the phone, and the officer passes the answer on that their phone shows', async () => {
  const { page } = people.leader;
  await press(page, '已阅，同意办结');
  await press(page.getByRole('dialog'), '已阅，同意办结');
  await page.getByText('办结', { exact: true }).first().waitFor();
  await reporterSees('领导同意办结');
  // What is shown there by then is the closed one: an answer on an older one would be told that somebody was first.
  await people.county.page.locator('.matter-panel').getByText('办结', { exact: true }).first().waitFor();
  await press(people.county.page, '答复信息员');
  await sent(people.county, '答复信息员');
  await passedOn(ANSWER);
});

test('after the closing the villager is asked once more, which the leader reads', async () => {
  const { page } = people.county;
  const leader = people.leader.page;
  await caseLink().click();
  await leader.getByText('三不结案').waitFor();
  await open(people.county, ofCase);
  await page.getByRole('link', { name: '结案后回访' }).click();
  await heard(people.county, ['已解决', '满意'], '一直有水');
  await sent(people.county, '记录回访');
  await leader.getByText('结案后回访').waitFor();
  await reporterSees('结案后已回访');
});

test('nobody’s page was loaded anew meanwhile, and none scrolls sideways', async () => {
  await haveStayed();
  for (const [name, who] of Object.entries(people)) expect([name, await overflow(who)]).toEqual([name, 0]);
});
