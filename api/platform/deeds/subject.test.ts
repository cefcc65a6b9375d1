import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reportNoun } from '../../reports/handling/report.noun.ts';
import type { Report } from '../../reports/report.entity.ts';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { noteMany, noteOf, tellOf } from './noun.ts';

const API = path.resolve(import.meta.dirname, '../..');
const filesIn = (room: string) =>
  readdirSync(path.join(API, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/[.](test(ing)?|example)[.]/.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(API, room, file), 'utf8') }));
/** Reasons may name an example, and libraries have names of their own. */
const ours = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|[.]digest\(|CronItems?/g, '');

/** What every scope stands on is no noun. */
const GROUND = ['COUNTY'];
/** As nouns call themselves in audit lines and events; an item is a part of one. */
const words = readdirSync(API, { withFileTypes: true })
  .filter((room) => room.isDirectory() && !['platform', 'testing', 'sight', 'dist', 'node_modules'].includes(room.name))
  .flatMap(({ name }) => filesIn(name))
  .flatMap(({ text }) => [...text.matchAll(/\bsubject: '([A-Z]+)'/g)].map(([, word]) => word as string))
  .concat('ITEM')
  .filter((word, at, all) => all.indexOf(word) === at && !GROUND.includes(word))
  .sort();
const formsOf = (word: string) => {
  const [first = '', ...rest] = word.toLowerCase();
  const [small, large] = [first + rest.join(''), word[0] + rest.join('')];
  return `\\b${word}(?![A-Z])|\\b${small}(?:s|_\\w+|Id)?\\b|${large}s?(?![a-z])`;
};

/** What of platform/ says a noun's word all the same. */
const EXCEPTIONS: Record<string, string> = {
  'contract/input-lists.ts': 'how long lists may be that are sent to us is asked by their names, before any noun is',
  'contract/reasons.ts': 'a reason is as long as a report’s where a deed does not say otherwise',
  'operation/cost.ts': 'a filter’s lists hold topics, as many as a portfolio at most',
  'measuring/question.ts': 'what a table is narrowed by is called as the contract calls it',
  'live/change.resolver.ts': 'who may listen is who reads reports, by the list of roles in schema/',
  'live/hub.ts': 'the same list, asked when somebody subscribes',
  'http/server.ts': 'from how many bytes on an answer is packed is a threshold of another kind',
  'http/files.ts': 'a file is sent as what HTTP calls an attachment',
  'tables/policies.ts': 'one table is asked plainly, for the planner’s sake',
};

/** Words of the platform's own besides: a scope's post and an HTTP one, what a form looks like, SQL's, what a session or a document is cut into, and what a module gives. */
const PLAIN = ['POST', 'VIEW', 'CASE', 'ORDER', 'TOKEN', 'EXPORT'];

test('platform/ says no noun’s word, but for what is listed with its reason', () => {
  expect(words).toEqual([
    'ACCOUNTABILITY',
    'ALERT',
    'ATTACHMENT',
    'CASE',
    'CENSURE',
    'CONTACT',
    'DEADLINE',
    'DIGEST',
    'EXPORT',
    'IDENTITY',
    'INSTRUCTION',
    'ITEM',
    'ORDER',
    'PORTFOLIO',
    'POST',
    'PRESENTATION',
    'REPORT',
    'REVISIT',
    'SECRETARY',
    'TERM',
    'THEME',
    'THRESHOLD',
    'TOKEN',
    'VIEW',
  ]);
  const said = new RegExp(
    words
      .filter((word) => !PLAIN.includes(word))
      .map(formsOf)
      .join('|'),
  );
  const naming = filesIn('platform').flatMap(({ file, text }) => (said.exec(ours(text)) ? [file] : []));
  expect(naming.sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

/** What is written of a report that was judged, without what tells one report from another. */
async function written(id: string): Promise<unknown[]> {
  const { rows } = await fixture.admin.query(
    `select to_jsonb(a) - '{id}'::text[] as line from audit a where subject_id = $1 and deed = 'triage'
     union all select to_jsonb(e) - '{id,n}'::text[] from event e where subject_id = $1 and kind = 'REPORT_TRIAGED'`,
    [id],
  );
  return JSON.parse(JSON.stringify(rows).replaceAll(id, 'this one'));
}

test.each([
  ['all its history', reportNoun],
  ['a history for fewer ears', { ...reportNoun, history: 'OFFICE' as const }],
])('what is noted and told of one thing and of many is the same line and the same event: %s', async (_, noun) => {
  const [one, other] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  const scope = fixture.scope('county');
  const [first, second] = (await scope.rows<Report>('select * from report where id = any($1) order by id = $2 desc', [
    [one, other],
    one,
  ])) as [Report, Report];
  const done = { deed: 'triage', fromState: 'SUBMITTED', toState: 'TRIAGED', note: '已核实' };
  await noteOf(scope, noun, first, done);
  await tellOf(scope, noun, first, 'REPORT_TRIAGED');
  await noteMany(scope, noun, [second], { done: () => done, tells: 'REPORT_TRIAGED' });
  await scope.end('commit');
  expect(await written(one)).toHaveLength(2);
  expect(await written(other)).toEqual(await written(one));
});
