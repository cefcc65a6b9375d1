import { type Ask, askOver, strange } from '../ask.ts';
import { AskFailed, type Failure, failed } from '../failure.ts';
import {
  ResubmitReportDocument,
  StoredReportDocument,
  SubmitReportDocument,
  WhoAmIDocument,
} from './delivery.generated.ts';
import { type Author, type Draft, toReportDraft } from './draft.ts';

export interface Proof {
  reportId: string;
  no: string;
  /** The topic sealed it, whatever line was chosen. */
  wasSealed?: boolean;
}

export interface Delivery {
  /** Whom the server takes us for; null when for nobody. */
  whoAmI(): Promise<Author | null>;
  /** Resolves only with the server's proof that this very draft is stored. */
  send(draft: Draft): Promise<Proof>;
}

/** Anything that is no answer of the server's counts as a lost connection: the item stays and goes again. */
export function failureFrom(error: unknown): Failure {
  if (error instanceof AskFailed) return error.failure;
  return failed('OFFLINE');
}

export function deliveryOver(fetcher: typeof fetch, language: () => string): Delivery {
  const ask = askOver(fetcher, language);
  return {
    async whoAmI() {
      const { viewer } = await ask(WhoAmIDocument, {});
      return viewer ? { personId: viewer.person.id, postId: viewer.post.id } : null;
    },
    send: (draft) => (draft.mends ? mend(ask, draft, draft.mends) : submit(ask, draft)),
  };
}

async function submit(ask: Ask, draft: Draft) {
  const { submitReport: receipt } = await ask(SubmitReportDocument, { draft: toReportDraft(draft) });
  if (receipt?.clientId !== draft.clientId || typeof receipt.isNew !== 'boolean') throw strange();
  return { ...proof(receipt.report), ...(receipt.wasSealed && { wasSealed: true }) };
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
