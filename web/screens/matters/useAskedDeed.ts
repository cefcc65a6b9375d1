import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { useSend } from '../../deeds/useSend.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Outcome } from '../../ui/useOnce.ts';

export interface Versioned {
  id: string;
  version: number;
}
/** An instruction, a case: what a screen of matters shows whole. */
export interface Matter extends Versioned {
  no: string;
  state: string;
}
/** What every dialog of a deed is given. */
export interface AskedDeed<Thing extends Versioned> {
  thing: Thing;
  /** False once somebody has taken it where the deed does not start from. */
  isPossible: boolean;
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
export function useAskedDeed<Thing extends Versioned>(
  { thing, done, onChanged }: Pick<AskedDeed<Thing>, 'thing' | 'done' | 'onChanged'>,
  begunOn: number,
) {
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
        id: thing.id,
        version: isOvertaken ? thing.version : begunOn,
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
export type Carry = ReturnType<typeof useAskedDeed>['carry'];
