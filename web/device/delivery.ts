import type { ReportDraft } from '../contract.generated.ts';
import { type Ask, askOver, strange } from '../session/ask.ts';
import { failureOf } from '../ui/failure.ts';
import {
  AttachToReportDocument,
  DetachFromReportDocument,
  ResubmitReportDocument,
  SendInstructionDocument,
  type StoredAttachmentFragment,
  StoredReportDocument,
  type StoredReportQuery,
  SubmitReportDocument,
  WhoAmIDocument,
} from './delivery.generated.ts';
import { type Attached, type Author, type Draft, manifested, toReportDraft } from './draft.ts';
import { type Promised, type PromisedInstruction, toInstructionDraft } from './promised.ts';
import { type Upload, uploadOver } from './upload.ts';

/** The server's proof that it has stored something, and under which number. */
export interface Stored {
  storedId: string;
  no: string;
  /** The topic sealed it, whatever line was chosen. */
  wasSealed?: boolean;
  /** The manifest as the server has it, and how much of it has arrived. */
  attachments: Carried[];
}

export type Carried = StoredAttachmentFragment;

export interface Delivery {
  /** Whom the server takes us for; null when for nobody. */
  whoAmI(): Promise<Author | null>;
  /** Resolves only with the server's proof that this very text is stored. */
  send(promised: Promised): Promise<Stored>;
  /** What the server has of a report's attachments now. */
  attachmentsOf(reportId: string): Promise<Carried[]>;
  /** Others that come to a report whose text has arrived, or go from it. */
  attach(reportId: string, attached: readonly Attached[]): Promise<Carried[]>;
  detach(attachmentId: string): Promise<void>;
  upload: Upload;
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
    async attachmentsOf(reportId) {
      const { report } = await ask(StoredReportDocument, { id: reportId });
      if (report?.id !== reportId) throw strange();
      return manifestIn(report);
    },
    async attach(report, attached) {
      const { attach } = await ask(AttachToReportDocument, { report, attachments: attached.map(manifested) });
      return manifestIn({ attachments: attach });
    },
    async detach(id) {
      await ask(DetachFromReportDocument, { id });
    },
    upload: uploadOver({ language }),
  };
}

async function submit(ask: Ask, draft: Draft) {
  const { submitReport: receipt } = await ask(SubmitReportDocument, { draft: toReportDraft(draft) });
  if (receipt?.clientId !== draft.clientId || typeof receipt.isNew !== 'boolean') throw strange();
  const attachments = manifestIn(receipt.report);
  return { ...proof(receipt.report), ...(receipt.wasSealed && { wasSealed: true }), attachments };
}

/** A mended report whose answer was lost meets its own newer version the second time: the same in all that was told means it had arrived. */
async function mend(ask: Ask, draft: Draft, { reportId, version }: NonNullable<Draft['mends']>) {
  const sent = toReportDraft(draft);
  try {
    const { resubmitReport: report } = await ask(ResubmitReportDocument, { id: reportId, version, draft: sent });
    if (report?.id !== reportId) throw strange();
    return { ...proof(report), attachments: manifestIn(report) };
  } catch (error) {
    const { code } = failureOf(error);
    if (code !== 'CONFLICT' && code !== 'REFUSED') throw error;
    const { report } = await ask(StoredReportDocument, { id: reportId });
    if (
      report?.id === reportId &&
      report.state !== 'RETURNED' &&
      report.version > version &&
      isAsSent(report, sent) &&
      isSameManifest(manifestIn(report), sent.attachments ?? [])
    )
      return { ...proof(report), attachments: manifestIn(report) };
    throw error;
  }
}

/** The server stores a client id once: the same content finds its own, other content is a conflict. */
async function instruct(ask: Ask, instruction: PromisedInstruction) {
  const { instruct: stored } = await ask(SendInstructionDocument, { draft: toInstructionDraft(instruction) });
  return { ...proof(stored), attachments: [] };
}

/** The server may have sealed it, whatever line was chosen. */
const isAsSent = (stored: NonNullable<StoredReportQuery['report']>, sent: ReportDraft): boolean =>
  stored.topic.code === sent.topic &&
  stored.place.code === sent.place &&
  (stored.source?.code ?? null) === sent.source &&
  (stored.line === sent.line || stored.line === 'SEALED') &&
  Date.parse(stored.occurredAt) === Date.parse(sent.occurredAt) &&
  (stored.outsideAreaReason ?? '') === (sent.outsideAreaReason ?? '') &&
  (['content', 'urgency', 'households', 'people'] as const).every((field) => stored[field] === sent[field]);

const isSameManifest = (carried: readonly Carried[], sent: readonly { clientId: string; sha256: string }[]) =>
  carried.length === sent.length &&
  sent.every(({ clientId, sha256 }, place) => {
    const at = carried[place];
    return at?.clientId === clientId && at.sha256 === sha256;
  });

/** Whole and well formed, or it proves nothing. */
function manifestIn(stored: { attachments?: readonly Carried[] | null } | null | undefined): Carried[] {
  const all = stored?.attachments;
  if (!Array.isArray(all) || !all.every(isCarried)) throw strange();
  return [...all];
}
const isCarried = (one: Partial<Carried> | null): boolean =>
  [one?.id, one?.clientId, one?.sha256, one?.state].every((field) => typeof field === 'string' && field !== '');

function proof(stored: { id: string; no: string } | null | undefined): Omit<Stored, 'attachments'> {
  if (typeof stored?.id !== 'string' || stored.id === '' || typeof stored.no !== 'string') throw strange();
  return { storedId: stored.id, no: stored.no };
}
