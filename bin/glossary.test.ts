import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.dirname(import.meta.dirname);
const glossary = readFileSync(path.join(ROOT, 'docs/GLOSSARY.md'), 'utf8');

interface Row {
  english: string;
  /** What the row itself is called, identifiers and explanations left out. */
  words: string[];
  /** As the code writes it. */
  identifiers: string[];
  room: string;
}

/** Rows of the tables that have a room. */
const rows: Row[] = glossary.split('\n').flatMap((line) => {
  const [, , english = '', , , room = ''] = line.split('|').map((cell) => cell.trim());
  const folder = /^`(.+)`$/.exec(room)?.[1];
  if (!folder) return [];
  const words = english
    .replace(/\([^)]*\)|`[^`]*`/g, '')
    .split(/[,:;]/)
    .map((word) => word.trim().replace(/^an? /, ''));
  const identifiers = [...english.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
  return [{ english, words: words.filter(Boolean), identifiers, room: folder }];
});

const filesIn = (room: string): string[] =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(tsx?|sql|graphql)$/.test(file) && !/node_modules|dist\/|\.test\./.test(file),
  );

/** One of several, as a folder is named: items, entries. */
const forms = (word: string) => [word, `${word}s`, word.replace(/y$/, 'ies')].map((form) => form.replaceAll(' ', '-'));
const namesOf = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
const isNamed = ({ words, room }: Row) =>
  words
    .flatMap(forms)
    .some(
      (form) =>
        path.basename(room) === form ||
        filesIn(room).some((file) => `-${namesOf(path.basename(file)).replaceAll('.', '-')}-`.includes(`-${form}-`)),
    );

const isSaid = (text: string, { words, identifiers }: Row) =>
  identifiers.length
    ? identifiers.some((name) => text.includes(name.replace(/…$/, '').split(/[ :]/)[0] as string))
    : words.some((word) => new RegExp(word.replaceAll(' ', '[A-Za-z]?'), 'i').test(text));

/** States, fields, roles and deeds are no rooms of their own: they are said where their noun is. */
const BELONGS = /`(?:[A-Z_]{2,}|[a-z]\w*[A-Z_.]\w*|no|frozen|tags|event|about)/;
/** Rows that no folder and no file is named by, and that are no state, field or deed of another. */
const EXCEPTIONS: Record<string, string> = {
  // Levels of places and what stands at them: one table each, of places and of units.
  'township in api/network/units': 'a unit’s level',
  'village in api/network/units': 'a unit’s level',
  'code of a post (`code`) in api/network/posts': 'a column of posts',
  'chief, deputy in api/network/places': 'two columns of an area',
  'responsible unit in api/instructions': 'a unit, as instructions name it',
  // Deeds that undo others stand with those.
  'resubmit in api/reports/handling': 'a deed',
  'unmerge in api/reports/handling': 'undoes merge',
  'untriage, unreturn, unflag urgent in api/reports/handling': 'undo what they are named by',
  'withdraw (an alert) in api/alerts': 'a deed of alerts, which has six lines',
  'acknowledge in api/alerts': 'a deed of alerts, which has six lines',
  'send back in schema/digests': 'a deed of digests',
  'submit for review in schema/digests': 'a deed of digests',
  // Types of a few lines beside what they are part of.
  'channel (`Channel`) in api/reports': 'a column of reports',
  'scale (`households`, `people`) in api/reports/writing': 'two columns of reports',
  'reporter (`Reporter`) in api/reports': 'how an author is shown',
  'leader in charge in api/reports/lists': 'found by topic, for the report that shows them',
  'receipt (`Receipt`) in web/device': 'kept by the outbox',
  'read receipt (`ReadReceipt`) in api/digests': 'named digest receipt in files',
  'recipients: `report`, `send`, `issue` in api/digests': 'a column of digests',
  'issuer in api/digests/document': 'a column of digests',
  'guard, unmet (`Unmet`) in schema': 'part of transitions.ts',
  'comer (`Comer`) in api/platform/gate': 'part of pace.ts',
  'listener (`Listener`) in api/platform/live': 'part of audience.ts',
  'dimension (`TableDimension`) in schema/measures': 'part of table-words.ts',
  'subject of measures (`Subject`) in api/platform/measuring': 'part of measure.ts',
  'cursor (`Cursor`: epoch and n) in api/platform/live': 'part of event.read.ts',
  'epoch in api/platform/live': 'half of a cursor',
  'haystack in schema/search': 'part of search-tokens.ts',
  'needle in schema/search': 'part of search-tokens.ts',
};

test('every row has a room at most two deep', () => {
  expect(rows.length).toBeGreaterThan(140);
  for (const { english, room } of rows) {
    expect([english, existsSync(path.join(ROOT, room))]).toEqual([english, true]);
    expect([english, room.split('/').length <= 3]).toEqual([english, true]);
  }
});

test('every row’s room is named by its word, or says it', () => {
  const nowhere = rows
    .filter((row) => !isNamed(row))
    .filter((row) => {
      const text = filesIn(row.room)
        .map((file) => readFileSync(path.join(ROOT, row.room, file), 'utf8'))
        .join('\n');
      return !isSaid(text, row);
    });
  expect(nowhere.map(({ english, room }) => `${english} in ${room}`)).toEqual([]);
});

test('what neither folder nor file is named by is a state, a field or a deed, or is listed with its reason', () => {
  const unnamed = rows.filter((row) => !isNamed(row) && !BELONGS.test(row.english));
  expect(unnamed.map(({ english, room }) => `${english} in ${room}`).sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});
