import { isAuthor } from '@lxq/schema/contacts/contact-rights.ts';
import type { ReportFacts } from '@lxq/schema/reports/report-states.ts';
import { REPORT_MACHINE, TRAY_STATES } from '@lxq/schema/reports/report-states.ts';
import { type Unmet, unmet, unmetOf } from '@lxq/schema/transitions.ts';
import { badInput, notFound } from '../platform/contract/errors.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import type { Report } from '../reports/report.entity.ts';
import { REPORT_WORDS } from '../reports/report.words.ts';
import type { Contact } from './contact.entity.ts';
import { CONTACT_WORDS } from './contact.words.ts';

/** A matter, as far as its contact depends on it. */
export interface Matter extends Pick<Contact, 'unitCode' | 'authorId' | 'line'> {
  id: string;
  /** Nothing is done about it any more: its contact's retention runs. */
  isClosed: boolean;
  /** What keeps the viewer from handling it at a desk. */
  atDesk: readonly Unmet[];
  /** Their unit was asked to ring the villager, and reads how without handling the matter. */
  isRinging?: boolean;
}
/** What a noun says whose things a contact may belong to. When one is closed, `app.contact_closed_at` says in SQL (contacts.sql). */
export interface Holder {
  names: readonly [zh: string, en: string];
  find(scope: Scope, id: string): Promise<Matter | null>;
  /** On which line it stands, from now to the end of the transaction: whoever seals it waits, and finds what was kept meanwhile. */
  hold(scope: Scope, id: string): Promise<Matter['line'] | undefined>;
}

const holders = new Map<string, Holder>();
/** By its word in audit lines and events. */
export const holdsContacts = (word: string, holder: Holder): void => void holders.set(word, holder);

/** A matter and the scope in which the viewer acts on it: an author's own, wherever they sent it, at officer level. */
export interface Held {
  scope: Scope;
  matter: Matter;
}
export async function held(desk: Scope, subject: string, id: string): Promise<Held> {
  const holder = holders.get(subject);
  if (!holder) throw badInput('subject', ...CONTACT_WORDS.subject);
  const seen = isUuid(id) ? ((await holder.find(desk, id)) ?? (await holder.find(desk.author, id))) : null;
  if (!seen) throw notFound(...holder.names);
  return { matter: seen, scope: isAuthor(seen, desk.rights) ? desk.author : desk };
}
/** The matter as it stays until the transaction ends, for whoever is about to write something beside it. */
export async function settled({ scope, matter }: Held, subject: string): Promise<Matter> {
  const { names, hold } = holders.get(subject) as Holder;
  const line = await hold(scope, matter.id);
  if (!line) throw notFound(...names); // sealed meanwhile, and out of sight
  return { ...matter, line };
}

holdsContacts('REPORT', {
  names: REPORT_WORDS.report,
  find: async (scope, id) => {
    const report = await reportById(scope).load(id);
    return report && { ...report, isClosed: isClosed(report), atDesk: await reportUnmet(scope, report) };
  },
  hold: async (scope, id) =>
    (
      await scope.row<Report>('select line from report where county_code = $1 and id = $2 for share', [
        scope.county,
        id,
      ])
    )?.line,
});

/** As app.report_closed_at has it; a merged one is closed with the one it was merged into, which need not be asked before something is kept. */
const CLOSED: readonly string[] = TRAY_STATES.DONE.filter((state) => state !== 'MERGED');
const isClosed = ({ state }: Report) => CLOSED.includes(state);

/** Who judges a report handles it, whatever its state is now; of what is sealed, nobody who belongs to what it complains of. */
async function reportUnmet(scope: Scope, report: Report): Promise<Unmet[]> {
  const facts: ReportFacts = { ...report, state: 'SUBMITTED' };
  const missing = unmetOf(REPORT_MACHINE, 'triage', facts, scope.rights);
  if (missing.length > 0 || report.line !== 'SEALED') return missing;
  const [found] = await scope.rows<{ isInvolved: boolean }>(
    'select app.is_complained_of($1, null, $2) as is_involved',
    [report.id, scope.rights.personId],
  );
  return found?.isInvolved ? [unmet('unit', ...CONTACT_WORDS.involved)] : [];
}
