import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from '@jest/globals';
import { failureOf } from './failure.ts';

const answered = (extensions: Record<string, unknown>) =>
  new CombinedGraphQLErrors({ errors: [{ message: '不能执行', extensions }] });
const status = (statusCode: number, bodyText: string) =>
  new ServerError('', { response: new Response(null, { status: statusCode }), bodyText });

test('a refusal names its unmet guards in words', () => {
  const error = answered({ code: 'REFUSED', unmet: ['fourEyes'], unmetMessages: ['不能处理自己报送的信息'] });
  expect(failureOf(error)).toMatchObject({ code: 'REFUSED', message: '不能执行', unmet: ['不能处理自己报送的信息'] });
});

test('a code nobody has promised is an internal error', () => {
  expect(failureOf(answered({ code: 'TEAPOT' })).code).toBe('INTERNAL');
});

test('an error status is read for the errors in its body, and told by its number when there are none', () => {
  const body = JSON.stringify({ errors: [{ message: '请先登录', extensions: { code: 'UNAUTHENTICATED' } }] });
  expect(failureOf(status(400, body))).toMatchObject({ code: 'UNAUTHENTICATED', message: '请先登录' });
  expect(failureOf(status(429, '<html>')).code).toBe('BUSY');
  expect(failureOf(status(502, '<html>')).code).toBe('INTERNAL');
});

test('a lost connection is told from a fault of the app', () => {
  expect(failureOf(new TypeError('Failed to fetch')).code).toBe('OFFLINE');
  expect(failureOf(new Error('bug')).code).toBe('INTERNAL');
});
