import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
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

/** Sends such a deed with the version on the screen, and fetches what others did where they were first. */
export function useAskedDeed({ instruction: { id, version }, done, onChanged }: AskedDeed) {
  const { isBusy, send } = useSend();
  const { said } = useMessages();
  return {
    isBusy,
    carry: async <Given extends object>(
      document: TypedDocumentNode<object, Given & { id: string; version: number }>,
      given: Given,
    ): Promise<Outcome<unknown>> => {
      const outcome: Outcome<unknown> = await send(document, { ...given, id, version });
      if ('value' in outcome) said(outcome, done);
      if ('failure' in outcome && outcome.failure.code === 'CONFLICT') onChanged();
      return outcome;
    },
  };
}
