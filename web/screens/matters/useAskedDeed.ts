import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { useSend } from '../../deeds/useSend.ts';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Outcome } from '../../ui/useOnce.ts';

/** What every dialog of a deed that asks for more than words is given. */
export interface AskedDeed {
  instruction: InstructionWholeFragment;
  title: string;
  /** What is said once it is done. */
  done: string;
  onChanged: () => unknown;
  onClose: () => void;
}

/**
 * Sends such a deed with the version that its words were begun on, however the screen has moved on since. Where others were first, what they did is fetched and
 * `isOvertaken`: the dialog shows it, and what is sent then goes over it knowingly.
 */
export function useAskedDeed({ instruction, done, onChanged }: AskedDeed, begunOn: number) {
  const [isOvertaken, setOvertaken] = useState(false);
  const { isBusy, send } = useSend();
  const { said } = useMessages();
  return {
    isBusy,
    isOvertaken,
    carry: async <Given extends object>(
      document: TypedDocumentNode<object, Given & { id: string; version: number }>,
      given: Given,
    ): Promise<Outcome<unknown>> => {
      const outcome: Outcome<unknown> = await send(document, {
        ...given,
        id: instruction.id,
        version: isOvertaken ? instruction.version : begunOn,
      });
      if ('value' in outcome) said(outcome, done);
      if ('failure' in outcome && outcome.failure.code === 'CONFLICT') {
        await onChanged();
        setOvertaken(true);
      }
      return outcome;
    },
  };
}
