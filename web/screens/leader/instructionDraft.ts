import { dueDays, instructionText } from '@lxq/schema/instructions/instruction-draft.ts';
import { v7 } from 'uuid';
import { countyNow } from '../../ui/county-clock.ts';
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
  kind: 'item' | 'report' | 'parent';
  id: string;
}

/** Under which its draft is kept while it is written. */
export const deedOn = ({ kind, id }: Target) => ({ deed: 'instruct', subject: `${kind}.${id}` });

export function newDraft(unit: UnitChoice | null, now: number = countyNow()): InstructionSheetDraft {
  return { clientId: v7(), phrase: PHRASES[0], ownText: null, unit, dueOn: defaultDueDay(today(now)) };
}

/** A common phrase addressed to a unit, or to 有关单位 while none is chosen. */
export type PhraseWords = (phrase: PhraseId, unit: UnitChoice | null) => string;

/** The words that will be stored, verbatim. */
export const draftText = (draft: InstructionSheetDraft, wordsOf: PhraseWords): string =>
  instructionText(draft.ownText ?? (draft.phrase ? wordsOf(draft.phrase, draft.unit) : ''));

/** A draft found again; a due day that has passed meanwhile is set anew. */
export const withOpenDue = (draft: InstructionSheetDraft, now: number = countyNow()): InstructionSheetDraft =>
  draft.dueOn < dueDays(new Date(now)).first ? { ...draft, dueOn: defaultDueDay(today(now)) } : draft;
