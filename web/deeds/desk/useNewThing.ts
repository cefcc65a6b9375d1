import type { OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { v7 } from 'uuid';
import { useKeptText } from '../../session/useKeptText.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { afterClosing } from '../../ui/useBackCloses.ts';
import { useSend } from '../useSend.ts';

interface Named {
  id: string;
  no: string;
}
interface Options {
  /** What is typed is kept under these; of nothing in particular, it is `new`. */
  deed: string;
  subject?: string;
  /** Where it is shown once it is there. */
  at: string;
  onClose: () => void;
}

/** The form of something that is not there yet. Its id is made with the form: sent twice it is made once. */
export function useNewThing<Fields extends object>({ deed, subject = 'new', at, onClose }: Options, empty: Fields) {
  const { isBusy, send } = useSend();
  const { said } = useMessages();
  const navigate = useNavigate();
  const [begun] = useState(() => ({ ...empty, clientId: v7() }));
  const kept = useKeptText<Fields & { clientId: string }>({ deed, subject }, begun);
  return {
    isBusy,
    kept,
    value: kept.value,
    set: (changes: Partial<Fields>) => kept.change({ ...kept.value, ...changes }),
    /** Sends it, and goes to it. */
    make: async <Data extends object, Variables extends OperationVariables>(
      document: TypedDocumentNode<Data, Variables>,
      variables: Variables,
      done: (thing: Named) => string,
    ) => {
      const outcome = await send(document, variables);
      if (!('value' in outcome)) return outcome;
      const thing = outcome.value as Named;
      said(outcome, done(thing));
      onClose();
      afterClosing(() => navigate(`${at}/${thing.id}`));
      return outcome;
    },
  };
}
