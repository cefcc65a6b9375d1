import type { InstructionDraft } from '../contract.generated.ts';
import { type Attached, type Draft, toReportDraft } from './draft.ts';
import { sha256OfText } from './sha256.ts';

/** An instruction as its leader has sent it off: words, unit and day are fixed from then on. */
export interface PromisedInstruction {
  clientId: string;
  target: { kind: 'item' | 'report' | 'parent'; id: string };
  /** What it is about, in a line, and where that is read. */
  about: string;
  address: string;
  text: string;
  unit: { code: string; name: string };
  dueOn: string;
}

/** What the phone has promised to send. */
export type Promised = { kind: 'report'; draft: Draft } | { kind: 'instruction'; instruction: PromisedInstruction };

/** A returned report that is mended keeps its client id: each version of it is a promise of its own. */
export function promiseId(promised: Promised): string {
  if (promised.kind === 'instruction') return promised.instruction.clientId;
  const { clientId, mends } = promised.draft;
  return mends ? `${clientId}.${mends.version}` : clientId;
}

/** The hash of all that the server will store of it, to compare by: a receipt speaks of exactly this. */
export function contentOf(promised: Promised): string {
  const told = promised.kind === 'report' ? toReportDraft(promised.draft) : toInstructionDraft(promised.instruction);
  return sha256OfText(JSON.stringify(told));
}

/** The manifest: what a receipt has to cover. */
export const attachmentsOf = (promised: Promised): readonly Attached[] =>
  promised.kind === 'report' ? (promised.draft.attachments ?? []) : [];

export const toInstructionDraft = (instruction: PromisedInstruction): InstructionDraft => ({
  clientId: instruction.clientId,
  [instruction.target.kind]: instruction.target.id,
  text: instruction.text,
  responsibleUnit: instruction.unit.code,
  dueOn: instruction.dueOn,
});
