import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CombinedGraphQLErrors, ServerError, ServerParseError } from '@apollo/client/errors';
import { expect, test } from '@jest/globals';
import { failureOf, mayHeal } from './failure.ts';
import en from './ui.en.ts';
import zh from './ui.zh.ts';

const answered = (extensions: Record<string, unknown>, message = '不能执行', place: object = { path: ['deed'] }) =>
  new CombinedGraphQLErrors({ errors: [{ message, extensions, ...place }] });
const status = (statusCode: number, bodyText: string) =>
  new ServerError('', { response: new Response(null, { status: statusCode }), bodyText });

test('a refusal names its unmet guards in words', () => {
  const error = answered({ code: 'REFUSED', unmet: ['fourEyes'], unmetMessages: ['不能处理自己报送的信息'] });
  expect(failureOf(error)).toMatchObject({ code: 'REFUSED', said: '不能执行', unmet: ['不能处理自己报送的信息'] });
});

test('a code nobody has promised is an internal error, and its words are nobody’s', () => {
  expect(failureOf(answered({ code: 'TEAPOT' }))).toMatchObject({ code: 'INTERNAL', said: '' });
});

test('an error status is read for the errors in its body', () => {
  const body = JSON.stringify({ errors: [{ message: '请先登录', extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(failureOf(status(400, body))).toMatchObject({ code: 'UNAUTHENTICATED', said: '请先登录' });
});

test.each<[number, string, string]>([
  [401, '<html>Wi-Fi 认证</html>', 'FOREIGN'],
  [401, '{"error":"login_required"}', 'FOREIGN'],
  [401, '{"errors":[{"message":"UNAUTHENTICATED"}]}', 'FOREIGN'],
  [401, '', 'FOREIGN'],
  [511, '<html>', 'FOREIGN'],
  [403, '<html>', 'BLOCKED'],
  [413, '<html>', 'TOO_LARGE'],
  [429, '<html>', 'BUSY'],
  [502, '<html>', 'BUSY'],
  [500, '', 'INTERNAL'],
])('a bare %i with %s is not our server’s word but %s', (code, body, expected) => {
  expect(failureOf(status(code, body))).toMatchObject({ code: expected, said: '' });
});

test('a page where data should be says nothing of the parser’s trouble with it', () => {
  const error = new ServerParseError(new SyntaxError(`Unexpected token '<', "<html>" is not valid JSON`), {
    response: new Response(null, { status: 200 }),
    bodyText: '<html>',
  });
  expect(failureOf(error)).toMatchObject({ code: 'FOREIGN', said: '' });
});

test('what is wrong with what was typed is said in the server’s words, what is wrong with the request is not', () => {
  expect(failureOf(answered({ code: 'BAD_INPUT', field: 'text' }, '检索词至少两个字'))).toMatchObject({
    code: 'BAD_INPUT',
    said: '检索词至少两个字',
  });
  for (const code of ['BAD_INPUT', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'])
    expect(failureOf(answered({ code }, 'Variable "$filter" got invalid value', {}))).toMatchObject({
      code: 'BAD_INPUT',
      said: '',
    });
});

test('a lost connection is told from a fault of the app, whose words are not for people', () => {
  expect(failureOf(new TypeError('Failed to fetch'))).toMatchObject({ code: 'OFFLINE', said: '' });
  expect(failureOf(new DOMException('', 'TimeoutError'))).toMatchObject({ code: 'OFFLINE' });
  expect(failureOf(new DOMException('', 'DataError'))).toMatchObject({ code: 'INTERNAL' });
  expect(failureOf(new Error('Invariant Violation: 42'))).toMatchObject({ code: 'INTERNAL', said: '' });
});

test('trying again is offered only where it may help', () => {
  const healing = ['OFFLINE', 'FOREIGN', 'BLOCKED', 'BUSY', 'INTERNAL'];
  const codes = Object.keys(zh.failure);
  expect(codes.filter((code) => mayHeal({ code } as never))).toEqual(expect.arrayContaining(healing));
  expect(codes.filter((code) => mayHeal({ code } as never))).toHaveLength(healing.length);
});

test('every code has words in both languages', () => {
  for (const words of [...Object.values(zh.failure), ...Object.values(en.failure)]) expect(words).not.toBe('');
});

/** Reads `message` for another reason than to show it. */
const READERS = ['ui/failure.ts', 'ui/Crashed.tsx', 'screens/desk/ResultsDialog.tsx'];

test('no screen shows an error’s own message, its status or itself', () => {
  const folder = path.dirname(import.meta.dirname);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/node_modules|dist\/|\.(generated|test)\./.test(file))
    .filter((file) => !READERS.includes(file));
  expect(files.length).toBeGreaterThan(300);
  const raw =
    /\w\??\.(message|said)\b|\b(message|said)\b[^}\n]*\} = (failure|error)|statusText|String\((e|err|error|failure)\)/;
  const shown = files.filter((file) => raw.test(readFileSync(path.join(folder, file), 'utf8')));
  expect(shown).toEqual(['ui/failure-words.ts']);
});
