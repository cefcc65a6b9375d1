import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type GraphQLField,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { contract } from '../schema.ts';
import { draft, type Fixture, startFixture } from './fixture.ts';

/*
 * R148–R157 (docs/sources.md): what the sources describe as watching, controlling, listing or labelling people is not built. What
 * stands in its place is of issues, places and topics. This walks the whole contract, so that a field that comes later is meant too.
 */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const types = Object.values(contract().getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = types.filter(isObjectType);
const fields = objects.flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })));
const isList = ({ type }: GraphQLField<unknown, unknown>) => isListType(isNonNullType(type) ? type.ofType : type);
/** People of the office itself: who signs in, holds a post, leads. Villagers are no type of the contract. */
const OFFICIALS = ['Person', 'Reporter', 'Viewer', 'Login', 'Post'];

test('no type of the contract is a villager or a petitioner, and none says where somebody is or goes (R149, R151, R154)', () => {
  const bad =
    /villager|petition|resident|citizen|suspect|offender|keyperson|keyPerson|household(?!s\b)|kinship|movement|travel|trip|location|whereabouts|gps|track|watch/i;
  const names = [...types.map(({ name }) => name), ...fields.map(({ type, field }) => `${type.name}.${field.name}`)];
  expect(names.filter((name) => bad.test(name.split('.').at(-1) ?? name))).toEqual([]);
});

test('nobody is tagged, labelled, scored, ranked or graded (R149, R150, R152)', () => {
  const bad = /tag|label(?!$)|score|rank|grade|risk|danger|stab|credit|blacklist|list(?:ed)?Person|flagged/i;
  const ofPersons = fields
    .filter(({ type }) => OFFICIALS.includes(type.name))
    .map(({ type, field }) => `${type.name}.${field.name}`);
  expect(ofPersons.filter((name) => bad.test(name.split('.')[1] ?? ''))).toEqual([]);
  const inputs = types
    .filter(isInputObjectType)
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    // How heavy a case is says nothing of a person.
    .filter(({ field }) => getNamedType(field.type).name !== 'CaseGrade')
    .map(({ type, field }) => `${type.name}.${field.name}`);
  expect(
    inputs.filter((name) => /score|rank|grade|risk|stab|credit|blacklist|person(?:Tag|Label)/i.test(name)),
  ).toEqual([]);
});

test('no list and no search is of people: lists are of reports, places, units, topics, issues and instructions (R149, R150, R156)', () => {
  const lists = fields.filter(
    ({ type, field }) => type.name === 'Query' && (isList(field) || /Connection!?$/.test(String(field.type))),
  );
  const listed = lists.map(({ field }) => [field.name, getNamedType(field.type).name.replace(/Connection$/, '')]);
  expect(listed.length).toBeGreaterThan(5);
  // Of those who work here: the county's leaders, of whom one is named for a portfolio, and whom somebody appoints to a post, lends their own, or names their secretary.
  expect(listed.toSorted().filter(([, name]) => OFFICIALS.includes(name ?? ''))).toEqual([
    ['candidates', 'Person'],
    ['colleagues', 'Person'],
    ['leaders', 'Person'],
    ['secretaryCandidates', 'Post'],
  ]);
});

test('no list can be asked for by a person other than oneself (R148, R150)', () => {
  const filters = types.filter(isInputObjectType).filter(({ name }) => name.endsWith('Filter'));
  const names = filters.flatMap((type) => Object.keys(type.getFields()).map((name) => `${type.name}.${name}`));
  expect(
    names.filter((name) =>
      /person|author|reporter|officer|name|phone|id(?:Number|Card)/i.test(name.split('.')[1] ?? ''),
    ),
  ).toEqual([]);
});

test('no closed set of words is about people’s stability, petitions or their control (R148–R153, R155)', () => {
  const words = types.filter(isEnumType).flatMap((type) => type.getValues().map(({ name }) => name));
  expect(
    words.filter((word) => /PETITION|STAB|CONTROL|WATCH|TRAVEL|ESCORT|INTERCEPT|KEY_PERSON|610/.test(word)),
  ).toEqual([]);
});

const SUBMIT = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id } } }';
const submit = async (content: string) =>
  (await fixture.run('officer', SUBMIT, { draft: draft('officer', { content }) })).errors?.[0];

test.each([
  ['travel plans', '村民张某因补偿款不满，准备明天坐火车到北京上访，请做好工作。'],
  ['a gathering and its way (R151)', '部分群众集结准备到县上访，已联系大巴车，预计早上七点出发。'],
  ['control of a person (R149)', '要把王某这样的重点人员稳控在当地，不让其离开本村，请派人协助。'],
  ['man-to-man watching (R148)', '已安排专人盯着李某，行踪：昨日在县城，今日返回村里，情况正常。'],
  ['a label (R150, R152)', '上访老户刘某近日情绪不稳，与外村多人联系，动向不明，请予重视。'],
  ['travel, with what nobody sees between the words', '村民张某因补偿款不满，已经进京\u200b上\u00ad访，请做好工作。'],
  ['control of a person, parted over lines', '请各组注意，要把王某这样的重点\n人员管好，不让其离开本村。'],
  ['lodgings', '经了解其落脚点为城东，住在火车站旁的宾馆，随身带有上访材料。'],
])('a report of %s is stopped, with words that say what to write instead', async (_, content) => {
  const error = await submit(content);
  expect(error?.extensions).toMatchObject({ code: 'REFUSED', unmet: ['whereabouts'] });
  expect(error?.message).toMatch(/请写事：什么问题、在哪里、涉及多少户/);
});

test('the same matter told as a matter is taken', async () => {
  expect(await submit('村东征地补偿款三个月未发，涉及二十六户，群众希望公布发放时间和标准。')).toBeUndefined();
});

test.each([
  ['a card number', '村民反映补贴未到账，银行卡号6222021001123456789，请核实发放情况。'],
  ['an old identity number', '反映人身份证110105491231002，家中屋顶漏雨，请安排修缮事宜。'],
  ['a number told in words', '反映机井停水，联系电话一三八一二三四五六七八，请派人来看一看。'],
  ['a number over lines', '反映机井停水三天，联系电话\n138\n1234\n5678\n请派人来看一看吧。'],
])('%s keeps a report from being taken until it is masked', async (_, content) => {
  expect((await submit(content))?.extensions.unmet).toEqual(['personalData']);
});

test('the reason for a place outside one’s area is looked through as well', async () => {
  const { errors } = await fixture.run('officer', SUBMIT, {
    draft: draft('officer', { place: '990101101202000', outsideAreaReason: '受托转报，电话13812345678' }),
  });
  expect(errors?.[0]?.extensions.unmet).toEqual(['personalData']);
});
