import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type DocumentNode, parse } from 'graphql';
import { pino } from 'pino';
import { contract } from '../../schema.ts';
import { type Account, type Fixture, manyReports, startFixture, submitted } from '../../testing/fixture.ts';
import { runOperation } from './operation.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await manyReports(fixture, 'officer', 12);
  await submitted(fixture, 'officer', { urgency: 'HIGH' });
});
afterAll(() => fixture.close());

const run = (account: Account, document: DocumentNode, variables: Record<string, unknown>) =>
  runOperation({ schema: contract(), document, variables }, fixture.scope(account), pino({ level: 'silent' }));

const QUERIES: [string, string, Record<string, unknown>?][] = [
  [
    'fragments, aliases and directives',
    `query ($brief: Boolean!) { a: reports(first: 3) { ...Page } b: reports(first: 2, filter: { urgency: HIGH }) { ...Page } }
    fragment Page on ReportConnection { edges { cursor node { id no ... on Report { excerpt @skip(if: $brief) } topic { name nameEn } reporter { name } } } pageInfo { hasNextPage } }`,
    { brief: true },
  ],
  [
    'lists within lists',
    '{ reports(first: 4) { edges { node { __typename id timeline { deed at } members { id } likelyDuplicates { likeness report { no } } } } } }',
  ],
  [
    'reports of a list and others beside them',
    `{ reports(first: 4) { edges { node { no excerpt isOverdue memberCount topic { name } unit { name } reporter { name unitName } newestInstruction { id }
      likelyDuplicates { report { no excerpt isOverdue memberCount topic { name } unit { name } reporter { name unitName } newestInstruction { id } } } } } } }`,
  ],
  [
    'introspection beside a list',
    '{ __type(name: "Report") { fields { name } } reports(first: 1) { edges { node { topic { name } } } } }',
  ],
  [
    'variables of every kind',
    `query ($filter: ReportFilter, $first: Int = 5) { reports(filter: $filter, first: $first) { edges { node { id submittedAt dueAt line } } } trayCounts(filter: $filter) { todo } }`,
    { filter: { states: ['SUBMITTED'], submittedFrom: '2026-01-01', under: '990101101201000' } },
  ],
  [
    'a variable of the wrong kind',
    'query ($first: Int!) { reports(first: $first) { edges { cursor } } }',
    { first: 'many' },
  ],
  ['a variable that is missing', 'query ($text: String!) { searchReports(text: $text) { edges { cursor } } }'],
  [
    'a variable that must not be null',
    'query ($filter: ReportFilter!) { trayCounts(filter: $filter) { todo } }',
    { filter: null },
  ],
  ['a page too long', '{ reports(first: 100000) { edges { cursor } } }'],
  ['something out of sight', '{ report(id: "00000000-0000-7000-8000-000000000000") { id } }'],
  ['what the post does not allow', '{ instructions { edges { cursor } } }'],
  [
    'one field refused beside another',
    '{ viewer { person { name } post { id unit { name } } } instructions { edges { cursor } } }',
  ],
];

test.each(QUERIES)('compiled and interpreted, %s gets the same answer', async (_name, query, variables = {}) => {
  const document = parse(query);
  const answers: string[] = [];
  for (let i = 0; i < 5; i++) {
    const { data, errors } = await run('clerk', document, variables);
    answers.push(JSON.stringify({ data, errors }));
  }
  expect([...new Set(answers)]).toEqual([answers[0]]);
});
