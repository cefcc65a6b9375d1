import { v7 } from 'uuid';
import { defaultDueDay, today } from './dueDay.ts';
import { PHRASES, type PhraseId } from './phrases.ts';

export interface UnitChoice {
  code: string;
  name: string;
}

/** What the sheet holds before it is sent. */
export interface InstructionSheetDraft {
  /** Made when the sheet opens: a second tap or a retry sends the same instruction, not another. */
  clientId: string;
  phrase: PhraseId | null;
  /** The leader's own words; null while the chosen phrase still speaks for them. */
  ownText: string | null;
  unit: UnitChoice | null;
  dueOn: string;
}

export interface Target {
  kind: 'item' | 'report';
  id: string;
}

const keyOf = (target: Target, leaderId: string) => `lxq.instruction.${leaderId}.${target.kind}.${target.id}`;

export function newDraft(unit: UnitChoice | null, now: number = Date.now()): InstructionSheetDraft {
  return { clientId: v7(), phrase: PHRASES[0], ownText: null, unit, dueOn: defaultDueDay(today(now)) };
}

/** A common phrase addressed to a unit, or to 有关单位 while none is chosen. */
export type PhraseWords = (phrase: PhraseId, unit: UnitChoice | null) => string;

/** The words that will be stored, verbatim. */
export const draftText = (draft: InstructionSheetDraft, wordsOf: PhraseWords): string =>
  (draft.ownText ?? (draft.phrase ? wordsOf(draft.phrase, draft.unit) : '')).trim();

/** The unsent draft of this leader on this item; a due day that has passed meanwhile is set anew. */
export function readDraft(target: Target, leaderId: string, now: number = Date.now()): InstructionSheetDraft | null {
  try {
    const raw = localStorage.getItem(keyOf(target, leaderId));
    if (raw === null) return null;
    const draft = JSON.parse(raw) as InstructionSheetDraft;
    return draft.dueOn < today(now) ? { ...draft, dueOn: defaultDueDay(today(now)) } : draft;
  } catch {
    return null;
  }
}

export function keepDraft(target: Target, leaderId: string, draft: InstructionSheetDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(target, leaderId));
    else localStorage.setItem(keyOf(target, leaderId), JSON.stringify(draft));
  } catch {
    // A private window may forbid storage; the draft still stands in memory.
  }
}
