import { useApolloClient, useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import { failureOf } from '../failure.ts';
import { useKeptText } from '../ui/useKeptText.ts';
import { type InstructionSheetDraft, newDraft, type Target, type UnitChoice, withOpenDue } from './instructionDraft.ts';
import {
  InstructDocument,
  LeaderHomeDocument,
  LeaderInstructionsDocument,
  LeaderIssueDocument,
} from './leader.generated.ts';

interface Parts {
  target: Target;
  suggested: UnitChoice | null;
  onSent: (unit: string) => void;
}

/** The draft of one instruction, kept from the first touch until it is sent, and sent once however often it is tapped. */
export function useInstruct({ target, suggested, onSent }: Parts) {
  const client = useApolloClient();
  const kept = useKeptText<InstructionSheetDraft | null>(
    { deed: 'instruct', subject: `${target.kind}.${target.id}` },
    null,
  );
  const [draft, setDraft] = useState(() => (kept.value ? withOpenDue(kept.value) : newDraft(suggested)));
  const [failure, setFailure] = useState<unknown>(null);
  const [instruct, { loading }] = useMutation(InstructDocument);
  const change = (part: Partial<InstructionSheetDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    kept.change(next);
  };
  const send = async (text: string) => {
    if (loading || !draft.unit) return;
    setFailure(null);
    kept.change(draft);
    try {
      await instruct({
        variables: {
          draft: {
            clientId: draft.clientId,
            [target.kind]: target.id,
            text,
            responsibleUnit: draft.unit.code,
            dueOn: draft.dueOn,
          },
        },
      });
      kept.forget();
      void client.refetchQueries({ include: [LeaderHomeDocument, LeaderIssueDocument, LeaderInstructionsDocument] });
      onSent(draft.unit.name);
    } catch (error) {
      setFailure(error);
      // An earlier try had arrived with other words: it stands, and a further tap is another instruction.
      if (failureOf(error).code === 'CONFLICT') {
        change({ clientId: v7() });
        void client.refetchQueries({ include: [LeaderIssueDocument, LeaderInstructionsDocument] });
      }
    }
  };
  // The suggestion may come after the sheet: it fills an empty choice only.
  const isUnitOpen = draft.unit === null;
  useEffect(() => {
    if (isUnitOpen && suggested) setDraft((now) => (now.unit ? now : { ...now, unit: suggested }));
  }, [isUnitOpen, suggested]);
  return { draft, change, send, sending: loading, failure };
}

/** Sends again by itself when the line returns, after a try that failed for want of one. */
export function useResend(failure: unknown, resend: () => void) {
  const latest = useRef(resend);
  latest.current = resend;
  const isOffline = failure !== null && failureOf(failure).code === 'OFFLINE';
  const again = useCallback(() => latest.current(), []);
  useEffect(() => {
    if (!isOffline) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [isOffline, again]);
}
