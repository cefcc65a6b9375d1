import type { Author, Draft } from '../../device/draft.ts';
import { type LocalDb, localDb } from '../../device/local-db.ts';
import { recoverTyped } from '../../device/typed-drafts.ts';

/** The draft last worked on by this person and post, a returned report being mended aside. */
export async function latestDraft({ personId, postId }: Author, db: LocalDb = localDb): Promise<Draft | undefined> {
  const drafts = await db.drafts
    .where('[personId+postId]')
    .equals([personId, postId])
    .sortBy('savedAt')
    .catch(() => []);
  return drafts.filter(({ mends }) => mends === undefined).pop();
}

/** The same with what was typed last, and was gone with its page or its author's session before the store had it. */
export const latestWritten = (author: Author, db: LocalDb = localDb): Promise<Draft | undefined> =>
  recoverTyped(db, author)
    .catch(() => undefined)
    .then(() => latestDraft(author, db));

/** Long enough for the first drawing to come; too short to have sent or changed a draft meanwhile. */
const FRESH_MS = 3_000;
const PATIENCE_MS = 500;
let found: { author: Author; draft: Draft | undefined; at: number } | undefined;

/** Looks before the form is drawn, so that it is drawn once. A store that does not answer is not waited for. */
export async function lookAhead(author: Author, db: LocalDb = localDb): Promise<void> {
  const looking = latestWritten(author, db).then(
    (draft) => {
      found = { author, draft, at: Date.now() };
    },
    () => undefined, // the form looks again, and says so
  );
  await Promise.race([looking, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** What was just found for this author, given once: every later form looks again. */
export function takeFound({ personId, postId }: Author): { draft: Draft | undefined } | undefined {
  const given = found;
  found = undefined;
  const isTheirs = given?.author.personId === personId && given.author.postId === postId;
  return isTheirs && Date.now() - given.at < FRESH_MS ? given : undefined;
}
