import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { v7 } from 'uuid';
import { localDb } from '../../device/local-db.ts';
import { takeBack } from '../../device/outbox.ts';
import type { PromisedInstruction } from '../../device/promised.ts';
import { type Outcome, promise } from '../../device/sending.ts';
import { useViewer } from '../../session/session.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { type Failure, failed, failureOf } from '../../ui/failure.ts';
import {
  deedOn,
  type InstructionSheetDraft,
  newDraft,
  type Target,
  type UnitChoice,
  withOpenDue,
} from './instructionDraft.ts';

interface Parts {
  target: Target;
  about: string;
  suggested: UnitChoice | null;
  /** It has arrived, or waits in the outbox and goes by itself. */
  onTaken: (outcome: 'SENT' | 'WAITING', unit: string) => void;
}

/** The draft of one instruction, kept from the first touch until the outbox has it, which sends it once. */
export function useInstruct({ target, about, suggested, onTaken }: Parts) {
  const { person, post } = useViewer();
  const { pathname, search } = useLocation();
  const kept = useKeptText<InstructionSheetDraft | null>(deedOn(target), null);
  const [draft, setDraft] = useState(() => (kept.value ? withOpenDue(kept.value) : newDraft(suggested)));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const change = (part: Partial<InstructionSheetDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    kept.change(next);
  };

  const send = async (text: string) => {
    if (sending || !draft.unit) return;
    setSending(true);
    setFailure(null);
    kept.change(draft);
    const { clientId, unit, dueOn } = draft;
    const instruction: PromisedInstruction = { clientId, target, about, address: pathname + search, text, unit, dueOn };
    try {
      const author = { personId: person.id, postId: post.id };
      await heed(await promise(author, { kind: 'instruction', instruction }, kept.forget), unit.name);
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setSending(false);
    }
  };
  const heed = async (outcome: Outcome, unit: string) => {
    if (outcome.state === 'SENT' || outcome.state === 'WAITING') {
      kept.forget();
      return onTaken(outcome.state, unit);
    }
    // Refused, it is here to be put right. What has arrived under its id stands: a further tap is another instruction.
    const isConflict = outcome.state === 'OTHER' || outcome.failure.code === 'CONFLICT';
    if (outcome.state === 'FAILED') await takeBack(localDb, draft.clientId);
    change(isConflict ? { clientId: v7() } : {});
    setFailure(outcome.state === 'OTHER' ? failed('CONFLICT') : outcome.failure);
  };

  // The suggestion may come after the sheet: it fills an empty choice only.
  const isUnitOpen = draft.unit === null;
  useEffect(() => {
    if (isUnitOpen && suggested) setDraft((now) => (now.unit ? now : { ...now, unit: suggested }));
  }, [isUnitOpen, suggested]);
  return { draft, change, send, sending, failure };
}
