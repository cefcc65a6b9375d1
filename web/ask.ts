import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { AskFailed, failureOfAnswer, failureOfGraphQL } from './failure.ts';

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
        headers: { 'content-type': 'application/json', 'accept-language': language() },
        body: JSON.stringify({ query: print(document), variables }),
        signal: stop.signal,
      });
      return dataOf<Data>(response.status, await response.text());
    } finally {
      clearTimeout(timer);
    }
  };
}

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

function dataOf<Data>(status: number, text: string): Data {
  const answer = parsed<Data>(text);
  const error = answer?.errors?.[0];
  if (error) throw new AskFailed(failureOfGraphQL(error));
  if (status >= 400) throw new AskFailed(failureOfAnswer(status, text));
  if (!answer?.data) throw strange();
  return answer.data;
}

/** A 200 without the promised shape: a portal's page, a half answer. */
export const strange = () => new AskFailed({ code: 'INTERNAL', message: '', unmet: [], extensions: {} });

function parsed<Data>(text: string): Answer<Data> | null {
  try {
    return JSON.parse(text) as Answer<Data>;
  } catch {
    return null;
  }
}
