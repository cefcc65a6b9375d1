import { keepTyped, placesTyped, readTyped, type TextPlace } from '../ui/kept-text.ts';
import type { Author, Draft } from './draft.ts';
import type { LocalDb } from './local-db.ts';
import { saveDraft } from './outbox.ts';

/*
 * What was typed last, on the phone with the very key that was pressed: its store answers a moment later, and a page may
 * be gone by then. The wait ends with the store's answer.
 */
const placeOf = ({ personId, clientId }: Pick<Draft, 'personId' | 'clientId'>): TextPlace => ({
  personId,
  deed: DEED,
  subject: clientId,
});
const DEED = 'report';

export const noteTyped = (draft: Draft) => keepTyped(placeOf(draft), draft);
export const forgetTypedDraft = (draft: Pick<Draft, 'personId' | 'clientId'>) => keepTyped(placeOf(draft), null);

/** Reports of which something was typed and not stored yet, by their client ids. */
export const typedReports = (personId: string): string[] => placesTyped(personId, DEED).map(({ subject }) => subject);

/** Into the store with it, at the next start. Of photos the store knows better. */
export async function recoverTyped(db: LocalDb, { personId, postId }: Author): Promise<void> {
  for (const place of placesTyped(personId, DEED)) {
    const typed = readTyped<Draft>(place);
    if (!typed || typed.postId !== postId) continue;
    const stored = await db.drafts.get(typed.clientId);
    const { attachments: _, ...words } = typed;
    const attachments = stored?.attachments;
    await saveDraft(db, { ...words, ...(attachments && { attachments }) });
    forgetTypedDraft(typed);
  }
}
