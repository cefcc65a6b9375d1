import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { noteCountyTime } from '../ui/county-clock.ts';
import { AskFailed, failed, failureOfAnswer, retryAfterIn } from '../ui/failure.ts';

const TIMEOUT_MS = 45_000;

export type Ask = ReturnType<typeof askOver>;

/** One operation by plain fetch: for arriving, signing in and sending, which must not wait for the client that screens use. */
export function askOver(fetcher: typeof fetch, language: () => string) {
  return async <Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
    try {
      const response = await fetcher('/graphql', {
        method: 'POST',
        credentials: 'include',
        redirect: 'manual', // ours does not send anybody elsewhere
        headers: { 'content-type': 'application/json', 'accept-language': language() },
        body: JSON.stringify({ query: print(document), variables }),
        signal: stop.signal,
      });
      const retryAfter = retryAfterIn((name) => response.headers.get(name));
      const data = dataOf<Data>(response.status, await response.text(), retryAfter);
      noteCountyTime(response.headers.get('date'));
      return data;
    } finally {
      clearTimeout(timer);
    }
  };
}

/** Data is ours only in the shape of an answer: a portal's page, or half an answer, with status 200 is somebody else's word. */
function dataOf<Data>(status: number, text: string, retryAfter: number): Data {
  const answer = parsed<Data>(text);
  if (answer?.data && !answer.errors?.length && status < 400) return answer.data;
  throw new AskFailed(failureOfAnswer(status, text, retryAfter));
}

/** Our server's answer, without what was promised in it. */
export const strange = () => new AskFailed(failed('INTERNAL'));

function parsed<Data>(text: string): { data?: Data | null; errors?: unknown[] } | null {
  try {
    return JSON.parse(text) as { data?: Data | null; errors?: unknown[] } | null;
  } catch {
    return null;
  }
}
