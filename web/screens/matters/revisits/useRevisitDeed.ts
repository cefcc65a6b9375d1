import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRef } from 'react';
import { useSend } from '../../../deeds/useSend.ts';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import type { Outcome } from '../../../ui/useOnce.ts';

/** What every dialog of a deed that asks for more than words is given. */
export interface RevisitDialog {
  revisit: RevisitWholeFragment;
  title: string;
  /** What is said once it is done. */
  done: string;
  /** It was done. */
  onDone: () => void;
  /** Somebody was first: what they did is fetched. */
  onChanged: () => unknown;
  onClose: () => void;
}

/** Sends such a deed on the version that its words were begun on; where others were first, that is said, and what is sent after it goes over theirs knowingly. */
export function useRevisitDeed({ revisit, done, onChanged }: RevisitDialog, begunOn: number) {
  const { isBusy, send } = useSend();
  const { said } = useMessages();
  const hasRead = useRef(false);
  const carry = async <Given extends object>(
    document: TypedDocumentNode<object, Given & { id: string; version: number }>,
    given: Given,
  ): Promise<Outcome<unknown>> => {
    const version = hasRead.current ? revisit.version : begunOn;
    const outcome: Outcome<unknown> = await send(document, { ...given, id: revisit.id, version });
    if ('value' in outcome) said(outcome, done);
    if ('failure' in outcome && outcome.failure.code === 'CONFLICT') {
      await onChanged();
      hasRead.current = true;
    }
    return outcome;
  };
  return { isBusy, carry };
}
