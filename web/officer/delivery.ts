import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { type Failure, failureOfAnswer, failureOfGraphQL } from '../failure.ts';
import {
  ResubmitReportDocument,
  StoredReportDocument,
  SubmitReportDocument,
  WhoAmIDocument,
} from './delivery.generated.ts';
import { type Author, type Draft, toReportDraft } from './draft.ts';

const TIMEOUT_MS = 45_000;

export interface Delivery {
  /** Whom the server takes us for; null when for nobody. */
  whoAmI(): Promise<Author | null>;
  /** Resolves only with the server's proof that this very draft is stored. */
  send(draft: Draft): Promise<{ reportId: string; no: string }>;
}

export class DeliveryFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Anything that is no answer of the server's counts as a lost connection: the item stays and goes again. */
export function failureFrom(error: unknown): Failure {
  if (error instanceof DeliveryFailed) return error.failure;
  return { code: 'OFFLINE', message: error instanceof Error ? error.message : '', unmet: [], extensions: {} };
}

export function deliveryOver(fetcher: typeof fetch, language: () => string): Delivery {
  const ask = makeAsk(fetcher, language);
  return {
    async whoAmI() {
      const { viewer } = await ask(WhoAmIDocument, {});
      return viewer ? { personId: viewer.person.id, postId: viewer.post.id } : null;
    },
    send: (draft) => (draft.mends ? mend(ask, draft, draft.mends) : submit(ask, draft)),
  };
}

type Ask = ReturnType<typeof makeAsk>;

async function submit(ask: Ask, draft: Draft) {
  const { submitReport: receipt } = await ask(SubmitReportDocument, { draft: toReportDraft(draft) });
  if (receipt?.clientId !== draft.clientId || typeof receipt.isNew !== 'boolean') throw strange();
  return proof(receipt.report);
}

/** A mended report whose answer was lost meets its own newer version the second time: same text means it had arrived. */
async function mend(ask: Ask, draft: Draft, { reportId, version }: NonNullable<Draft['mends']>) {
  const sent = toReportDraft(draft);
  try {
    const { resubmitReport: report } = await ask(ResubmitReportDocument, { id: reportId, version, draft: sent });
    if (report?.id !== reportId) throw strange();
    return proof(report);
  } catch (error) {
    const { code } = failureFrom(error);
    if (code !== 'CONFLICT' && code !== 'REFUSED') throw error;
    const { report } = await ask(StoredReportDocument, { id: reportId });
    if (
      report?.id === reportId &&
      report.state !== 'RETURNED' &&
      report.version > version &&
      report.content === sent.content
    )
      return proof(report);
    throw error;
  }
}

function proof(report: { id: string; no: string } | null | undefined) {
  if (typeof report?.id !== 'string' || report.id === '' || typeof report.no !== 'string') throw strange();
  return { reportId: report.id, no: report.no };
}

/** A 200 without the promised shape: a portal's page, a half answer. Not delivered. */
const strange = () => new DeliveryFailed({ code: 'INTERNAL', message: '', unmet: [], extensions: {} });

function makeAsk(fetcher: typeof fetch, language: () => string) {
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
  if (error) throw new DeliveryFailed(failureOfGraphQL(error));
  if (status >= 400) throw new DeliveryFailed(failureOfAnswer(status, text));
  if (!answer?.data) throw strange();
  return answer.data;
}

function parsed<Data>(text: string): Answer<Data> | null {
  try {
    return JSON.parse(text) as Answer<Data>;
  } catch {
    return null;
  }
}
