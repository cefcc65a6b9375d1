import { type Ask, askOver, strange } from '../session/ask.ts';
import { failureOf } from '../ui/failure.ts';
import {
  ResubmitReportDocument,
  SendInstructionDocument,
  StoredReportDocument,
  SubmitReportDocument,
  WhoAmIDocument,
} from './delivery.generated.ts';
import { type Author, type Draft, toReportDraft } from './draft.ts';
import { type Promised, type PromisedInstruction, toInstructionDraft } from './promised.ts';

/** The server's proof that it has stored something, and under which number. */
export interface Stored {
  storedId: string;
  no: string;
  /** The topic sealed it, whatever line was chosen. */
  wasSealed?: boolean;
}

export interface Delivery {
  /** Whom the server takes us for; null when for nobody. */
  whoAmI(): Promise<Author | null>;
  /** Resolves only with the server's proof that this very content is stored. */
  send(promised: Promised): Promise<Stored>;
}

export function deliveryOver(fetcher: typeof fetch, language: () => string): Delivery {
  const ask = askOver(fetcher, language);
  return {
    async whoAmI() {
      const { viewer } = await ask(WhoAmIDocument, {});
      return viewer ? { personId: viewer.person.id, postId: viewer.post.id } : null;
    },
    send(promised) {
      if (promised.kind === 'instruction') return instruct(ask, promised.instruction);
      const { draft } = promised;
      return draft.mends ? mend(ask, draft, draft.mends) : submit(ask, draft);
    },
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
    const { code } = failureOf(error);
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

/** The server stores a client id once: the same content finds its own, other content is a conflict. */
async function instruct(ask: Ask, instruction: PromisedInstruction) {
  const { instruct: stored } = await ask(SendInstructionDocument, { draft: toInstructionDraft(instruction) });
  return proof(stored);
}

function proof(stored: { id: string; no: string } | null | undefined): Stored {
  if (typeof stored?.id !== 'string' || stored.id === '' || typeof stored.no !== 'string') throw strange();
  return { storedId: stored.id, no: stored.no };
}
