import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { OperationDefinitionNode } from 'graphql';
import { useSyncExternalStore } from 'react';
import { client, whenAnswered } from '../live/apollo.ts';
import { useSession } from '../session/session.ts';
import { session$ } from '../session/session-store.ts';
import { countyNow } from '../ui/county-clock.ts';
import { useOnline } from '../ui/useOnline.ts';
import { answersKept } from './answers-kept.ts';
import type { Author } from './draft.ts';
import { type KeptAnswer, type LocalDb, localDb } from './local-db.ts';

// biome-ignore lint/suspicious/noExplicitAny: documents of every kind
type AnyDocument = TypedDocumentNode<any, any>;
type Variables = Record<string, unknown>;
export type Question = readonly [document: AnyDocument, variables: Variables];

/** A few screens of each kind; what was seen longest ago goes first. */
const MOST = 80;

const documents = new Map<string, AnyDocument>();
/** When the server gave the answer that screens show, in this visit or an earlier one. */
const askedAt = new Map<string, number>();
const hearers = new Set<() => void>();

export const nameOf = (document: AnyDocument): string =>
  document.definitions.find((each): each is OperationDefinitionNode => each.kind === 'OperationDefinition')?.name
    ?.value ?? '';
const placeOf = (name: string, variables: Variables) =>
  `${name} ${JSON.stringify(Object.entries(variables).filter(([, value]) => value !== undefined))}`;
export const keyOf = ({ personId, postId }: Author, name: string, variables: Variables) =>
  `${personId} ${postId} ${placeOf(name, variables)}`;

/** Answers to these are kept on the phone, for its screens to open without a signal. */
export function keepAnswersTo(...kept: AnyDocument[]) {
  for (const document of kept) documents.set(nameOf(document), document);
}

whenAnswered((name, variables, data) => {
  // Pages after the first are fetched when there is a signal.
  if (!documents.has(name) || variables.after) return;
  const session = session$.get();
  if (session.status !== 'signedIn') return;
  const keptAt = countyNow();
  askedAt.set(placeOf(name, variables), keptAt);
  for (const hear of hearers) hear();
  const author = { personId: session.viewer.person.id, postId: session.viewer.post.id };
  void keep(localDb, { ...author, key: keyOf(author, name, variables), name, variables, data, keptAt });
});

export async function keep(db: LocalDb, answer: KeptAnswer): Promise<void> {
  answersKept.set(true);
  try {
    await db.answers.put(answer);
    const surplus = (await db.answers.count()) - MOST;
    if (surplus <= 0) return;
    const oldest = await db.answers.orderBy('keptAt').limit(surplus).primaryKeys();
    await db.answers.bulkDelete(oldest);
  } catch {
    // A full or forbidden store: the screen opens when there is a signal.
  }
}

/** What was kept for this person and post, older first; what is another's goes. */
export async function answersOf(db: LocalDb, { personId, postId }: Author): Promise<KeptAnswer[]> {
  await db.answers.filter((answer) => answer.personId !== personId || answer.postId !== postId).delete();
  return db.answers.orderBy('keptAt').toArray();
}

/** A store that does not answer is not waited for. */
const PATIENCE_MS = 500;

/** Puts what was kept into the client's cache, where screens find it at once; what the server answers replaces it. */
export function restoreAnswers(author: Author): Promise<void> {
  return Promise.race([restore(author), new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

async function restore(author: Author): Promise<void> {
  const kept = await answersOf(localDb, author).catch(() => []);
  for (const { name, variables, data, keptAt } of kept) {
    const document = documents.get(name);
    if (!document || askedAt.has(placeOf(name, variables))) continue;
    client.writeQuery({ query: document, variables, data });
    askedAt.set(placeOf(name, variables), keptAt);
  }
}

/** Asks for what is kept, one after the other, so that a slow line serves the screen first. */
export async function fetchAhead(questions: readonly Question[]): Promise<void> {
  for (const [query, variables] of questions)
    await client.query({ query, variables, fetchPolicy: 'network-only' }).catch(() => undefined);
}

/** As of when a screen speaks that shows the answer to any of these, while the server cannot be asked. */
export function useAskedAt(questions: readonly Question[]): number | undefined {
  const session = useSession();
  const isOnline = useOnline();
  const places = questions.map(([document, variables]) => placeOf(nameOf(document), variables));
  const at = useSyncExternalStore(listen, () => Math.max(0, ...places.map((place) => askedAt.get(place) ?? 0)));
  const isCut = !isOnline || (session.status === 'signedIn' && session.isRemembered);
  return isCut && at > 0 ? at : undefined;
}

function listen(hear: () => void) {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
