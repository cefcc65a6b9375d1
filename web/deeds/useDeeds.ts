import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type Machine, operationOf, startsFrom, type Transition, viewerCan } from '@lxq/schema/transitions.ts';
import type { Outcome } from '../ui/useOnce.ts';
import { useSend } from './useSend.ts';

/** A thing as the screen has it. */
export interface Handled {
  id: string;
  version?: number;
}
type Row = Transition<string, never>;
// biome-ignore lint/suspicious/noExplicitAny: whatever its guards look at is the server's
type AnyMachine<Deed extends string> = Machine<Deed, string, any>;

/** The server's right, unless a later change has taken the thing out of the states that the deed starts from. */
export const may = <Deed extends string>(machine: AnyMachine<Deed>, deed: Deed, thing: { state: string }): boolean =>
  Boolean((thing as Record<string, unknown>)[viewerCan(deed)]) && startsFrom(machine[deed] as Row, thing.state);

/** The deed that takes another back, where there is one. */
export const undoingOf = <Deed extends string>(machine: AnyMachine<Deed>, done: Deed): Deed | undefined =>
  (Object.keys(machine) as Deed[]).find((deed) => machine[deed].undoes === done);

/**
 * The deeds of a noun as the server knows them, by their machine; one at a time, so that the second click does nothing. `documents` are those that
 * codegen derives from the machine (deeds.derived.graphql beside the noun).
 */
export function useDeeds<Deed extends string, Whole, Result = never>(machine: AnyMachine<Deed>, documents: object) {
  const { isBusy, send } = useSend();
  const documentOf = <Answer>(mutation = '') =>
    (documents as never)[`${operationOf(mutation)}Document`] as TypedDocumentNode<Record<string, Answer>>;
  const wordsIn = ({ asks }: Row, words: string | undefined) => (asks ? { [asks]: words } : {});

  return {
    isBusy,
    /** One that asks for more than words. */
    send,
    one: (deed: Deed, { id, version }: Handled, words?: string): Promise<Outcome<Whole>> => {
      const row = machine[deed] as Row;
      const variables = { id, ...(row.isUnversioned ? {} : { version }), ...wordsIn(row, words) };
      return send(documentOf<Whole>(row.mutation), variables);
    },
    many: (deed: Deed, ids: readonly string[], words?: string): Promise<Outcome<Result[]>> => {
      const row = machine[deed] as Row;
      return send(documentOf<Result[]>(row.many), { ids: [...ids], ...wordsIn(row, words) });
    },
  };
}
