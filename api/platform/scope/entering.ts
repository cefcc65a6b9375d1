import type { ScopeLevel } from './database.ts';
import type { Rights } from './rights.ts';

/** A named statement that enters a scope. */
export interface Entering {
  name: string;
  text: string;
  values: unknown[];
}

/** A file that the queue makes has the county office's rows and no session. */
export const enterJob = (fileId: string, { countyCode, personId }: Rights): Entering => ({
  name: 'enter_job',
  text: 'select app.enter_job($1, $2, $3)',
  values: [countyCode, fileId, personId],
});

interface Reading {
  isReadOnly: boolean;
  /** What the operation opens: where it only reads, the scope is opened on it. */
  matter: string | null;
}
/** Confirms the rights that the session gave last, and takes the level's role for this transaction. */
export const enterSession = (level: ScopeLevel, rights: Rights, { isReadOnly, matter }: Reading): Entering => ({
  name: 'enter_session',
  text: 'select app.enter_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)',
  values: [
    level,
    rights.tokenHash,
    rights.countyCode,
    rights.personId,
    rights.personName,
    rights.actedById,
    rights.actedByName,
    rights.postId,
    rights.role,
    rights.capacity,
    rights.unitCode,
    rights.areaCode,
    isReadOnly,
    matter,
  ],
});
