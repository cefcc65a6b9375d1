import { notFound } from '../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import type { Listing } from '../platform/lists/listing.ts';
import { page } from '../platform/lists/page.ts';
import type { Selection } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { ContactOpening } from './contact.entity.ts';
import { CONTACT_WORDS } from './contact.words.ts';

export const contactOpeningListing: Listing<ContactOpening> = {
  entity: ContactOpening,
  keys: ['id', 'at'],
  present: 'id',
};

interface Wanted {
  contact: string;
  since?: Date | null;
  first: number;
  after?: string | null;
}

/** Who has looked at a contact, newest first. */
export async function openings(
  scope: Scope,
  { contact, since, first, after }: Wanted,
  selection: Selection,
): Promise<Connection<ContactOpening>> {
  const key = decodeCursor(after, 2);
  const size = pageBucket(pageSize(first));
  const wanted = new Conditions().add('r.county_code = ?', scope.county).add('r.contact_id = ?', contact);
  wanted.given('r.at >= ?', since);
  if (key) wanted.add('(r.at, r.id) < (?::timestamptz, ?::uuid)', ...key);
  const order = 'r.at desc, r.id desc';
  const tail = `where ${wanted} order by ${order} limit ${size}`;
  const [rows, [known]] = await Promise.all([
    isUuid(contact) ? page(scope, contactOpeningListing, selection, { tail, order, values: wanted.values }) : [],
    isUuid(contact)
      ? scope.rows('select id from contact where county_code = $1 and id = $2', [scope.county, contact])
      : [],
  ]);
  if (!known) throw notFound(...CONTACT_WORDS.contact);
  return connection(rows, first, ({ at, id }) => [at.toISOString(), id]);
}
