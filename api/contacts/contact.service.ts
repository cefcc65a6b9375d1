import { contactProblems, maskedName, maskedPhone, plainPhone } from '@lxq/schema/contacts/contact-draft.ts';
import {
  CONTACT_WATCHERS,
  type ContactFacts,
  type ContactState,
  keepUnmet,
  openUnmet,
} from '@lxq/schema/contacts/contact-rights.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { Role } from '@lxq/schema/roles.ts';
import { selfOf, unmet } from '@lxq/schema/transitions.ts';
import { CodedError, conflict, notFound, refused } from '../platform/contract/errors.ts';
import { checkReason } from '../platform/contract/reasons.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { record } from '../platform/deeds/audit.service.ts';
import { tell } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import type { Contact } from './contact.entity.ts';
import { type Held, held, type Matter, settled } from './contact.holders.ts';
import type { MaskedContact, OpenedContact } from './contact.type.ts';
import { hasContactKeys, type Personal, type Sealed, seal, open as unseal } from './contact.vault.ts';
import { CONTACT_WORDS, DRAFT_WORDS } from './contact.words.ts';

const OF_MATTER = 'select * from contact where county_code = $1 and subject = $2 and subject_id = $3';
const stateOf = (contact: Contact | undefined): ContactState =>
  contact === undefined ? 'NONE' : contact.sealed ? 'KEPT' : 'FORGOTTEN';

function factsOf(
  { authorId, isClosed, atDesk, isRinging = false }: Matter,
  contact: Contact | undefined,
): ContactFacts {
  const keptById = contact?.keptById ?? null;
  return { authorId, isClosed, atDesk, isRinging, keptById, state: stateOf(contact), isLocked: !hasContactKeys() };
}
const personalOf = (contact: Contact): Personal | null => unseal(contact as Sealed, contact);

/** What everybody who sees the matter may know of its contact. Masked forms are personal data too, so they are made when asked for and stored nowhere. */
export async function masked(desk: Scope, subject: string, subjectId: string): Promise<MaskedContact> {
  const { scope, matter } = await held(desk, subject, subjectId);
  return maskedOf(scope, matter, await scope.row<Contact>(OF_MATTER, [scope.county, subject, subjectId]));
}

function maskedOf(scope: Scope, matter: Matter, contact: Contact | undefined): MaskedContact {
  const facts = factsOf(matter, contact);
  const personal = contact?.sealed ? personalOf(contact) : null;
  const watches =
    (CONTACT_WATCHERS as readonly Role[]).includes(scope.rights.role) && scope.rights.personId !== matter.authorId;
  return {
    ...{ id: contact?.id ?? null, state: facts.state },
    name: personal && maskedName(personal.name),
    phone: personal?.phone ? maskedPhone(personal.phone) : null,
    hasAddress: Boolean(personal?.address),
    isUnreadable: facts.state === 'KEPT' && !personal,
    ...{
      keptAt: contact?.keptAt ?? null,
      forgottenAt: contact?.forgottenAt ?? null,
      version: contact?.version ?? null,
    },
    viewerCanKeep: keepUnmet(facts, scope.rights).length === 0,
    viewerCanOpen: openUnmet(facts, scope.rights).length === 0,
    viewerCanReadOpenings: contact !== undefined && watches,
  };
}

export interface Asked extends Personal {
  subject: string;
  id: string;
  /** Of the contact on the caller's screen; null where there was none. */
  version: number | null;
}
/** Writes the contact of a matter down, or anew. Of what stood before nothing is kept but that it was replaced. */
export async function keep(desk: Scope, asked: Asked): Promise<MaskedContact> {
  refuseFirst(contactProblems(asked), DRAFT_WORDS);
  const { scope, matter } = await held(desk, asked.subject, asked.id);
  const before = await scope.row<Contact>(OF_MATTER, [scope.county, asked.subject, matter.id]);
  if ((before?.version ?? null) !== asked.version) throw keptByOther(before);
  const missing = keepUnmet(factsOf(matter, before), scope.rights);
  if (missing.length) throw refused(missing);
  const contact = rowOf(scope, { matter: await settled({ scope, matter }, asked.subject), before, asked });
  await (before ? replace(scope, contact) : scope.insert('contact', { ...contact }).catch(refuseSecond));
  await noteOf(scope, contact, { deed: 'keepContact', fromState: stateOf(before), toState: 'KEPT' });
  await tell(scope, 'CONTACT_KEPT', subjectOf(contact));
  return maskedOf(scope, matter, contact);
}

const keptByOther = (current?: Contact) =>
  conflict(...CONTACT_WORDS.keptByOther, { version: current?.version ?? null });
/** Two who write the first one down at once: the second finds it when the first has committed. */
function refuseSecond(error: unknown): never {
  throw (error as { code?: string }).code === '23505' ? keptByOther() : error;
}

function rowOf(
  scope: Scope,
  { matter, before, asked }: { matter: Matter; before: Contact | undefined; asked: Asked },
): Contact {
  const slot = {
    ...{ countyCode: scope.county, id: before?.id ?? newId() },
    ...{ subject: asked.subject, subjectId: matter.id },
  };
  const personal: Personal = {
    name: asked.name.trim(),
    phone: plainPhone(asked.phone?.trim() ?? ''),
    address: asked.address?.trim() || null,
  };
  return {
    ...slot,
    ...{ unitCode: matter.unitCode, authorId: matter.authorId, line: matter.line },
    ...seal(personal, slot),
    ...{ keptById: selfOf(scope.rights), keptAt: scope.now, forgottenAt: null },
    version: (before?.version ?? 0) + 1,
  };
}

/** Whoever was first has raised the version. */
async function replace(scope: Scope, { id, keyId, nonce, sealed, keptById, keptAt, version }: Contact): Promise<void> {
  const replaced = await scope.rows(
    `update contact set key_id = $3, nonce = $4, sealed = $5, kept_by_id = $6, kept_at = $7, forgotten_at = null, version = $8
     where county_code = $1 and id = $2 and version = $8 - 1 returning id`,
    [scope.county, id, keyId, nonce, sealed, keptById, keptAt, version],
  );
  if (replaced.length === 0) throw keptByOther();
}

/** Heard by whoever sees the matter. */
const subjectOf = ({ id, unitCode, authorId, line, subject, subjectId }: Contact) => ({
  ...{ subject: 'CONTACT', subjectId: id, unitCode, authorId, line },
  about: { [subject]: subjectId },
});
/** Its history is of those who handle the matter: in the county the office's, or where it is sealed the discipline desk's. */
const noteOf = (scope: Scope, contact: Contact, done: Parameters<typeof record>[2]) =>
  record(
    scope,
    { ...subjectOf(contact), authorId: null, ears: contact.line === 'SEALED' ? 'EVERYBODY' : 'OFFICE' },
    done,
  );

/** The contact in clear, to whoever says why. That they looked is written down in the same transaction, which is on disk before the answer leaves. */
export async function open(desk: Scope, id: string, why: string): Promise<OpenedContact> {
  const reason = checkReason('reason', why, LIMITS.contact.reason);
  const { held: found, contact } = await heldBy(desk, id);
  const { scope, matter } = found;
  const missing = openUnmet(factsOf(matter, contact), scope.rights);
  if (missing.length) throw refused(missing);
  const personal = personalOf(contact);
  if (!personal) throw new CodedError('REFUSED', ...CONTACT_WORDS.unreadable, { unmet: ['key'] });
  const { line } = await settled(found, contact.subject);
  await countLook(scope);
  await note(scope, { ...contact, line }, reason);
  return personal;
}

/** The contact with its matter, which the viewer has to see as well. */
async function heldBy(desk: Scope, id: string): Promise<{ held: Held; contact: Contact }> {
  const find = (scope: Scope) =>
    scope.row<Contact>('select * from contact where county_code = $1 and id = $2', [scope.county, id]);
  const contact = isUuid(id) ? ((await find(desk)) ?? (await find(desk.author))) : undefined;
  if (!contact) throw notFound(...CONTACT_WORDS.contact);
  return { held: await held(desk, contact.subject, contact.subjectId), contact };
}

/** So many an hour are work; more are a list in the making; of a post, whoever stands in for it. Who asks twice at once waits here, so that the second counts the first. */
async function countLook(scope: Scope): Promise<void> {
  const { personId } = scope.rights;
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contacts ${personId}`]);
  const [looks] = await scope.rows<{ n: number }>(
    'select count(*)::int as n from contact_opening where county_code = $1 and person_id = $2 and at > $3',
    [scope.county, personId, new Date(+scope.now - 3_600_000)],
  );
  if ((looks?.n ?? 0) >= LIMITS.contact.perHour) throw refused([unmet('often', ...CONTACT_WORDS.often)]);
}

/** Who, when and why stand in the register that answers for a contact; the audit has its line for the deed, as for every other. */
async function note(scope: Scope, contact: Contact, reason: string): Promise<void> {
  const { personId, personName, role: personRole, actedById, actedByName } = scope.rights;
  const { id: contactId, countyCode, unitCode, subjectId, line } = contact;
  await scope.insert('contact_opening', {
    ...{ countyCode, unitCode, id: newId(), contactId, subjectId, line },
    ...{ at: scope.now, personId, personName, personRole, actedById, actedByName, reason },
  });
  await noteOf(scope, contact, { deed: 'openContact', fromState: 'KEPT', toState: 'KEPT', note: reason });
}
