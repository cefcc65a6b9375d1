import { inTownship, never, onTheLine, type Rule, type Rules } from '../sight/sight.rules.ts';
import { asking } from '../testing/answers.ts';
import { type Account, type Fixture, submitted } from '../testing/fixture.ts';

/** As the matter is seen, but no administrator; nobody who belongs to what a sealed one complains of, and a unit that was asked to ring, which a row alone does not say (contact-sealed.test.ts, contact-case.test.ts). */
const seen: Rule = (viewer, row) => viewer !== 'ADMIN' && onTheLine(viewer, row);
/** The desks that handle matters of the line, and an author. */
const desk: Rule = (viewer, row) =>
  (viewer === 'COUNTY' && row.line !== 'SEALED') ||
  (viewer === 'DISCIPLINE' && row.line === 'SEALED') ||
  (viewer === 'TOWNSHIP' && onTheLine(viewer, row));
const keeps: Rule = (viewer, row) => desk(viewer, row) || (viewer === 'OFFICER' && row.mine);
const watches: Rule = (viewer, row) =>
  (viewer === 'COUNTY' && row.line !== 'SEALED') ||
  viewer === 'DISCIPLINE' ||
  (viewer === 'TOWNSHIP' && ((inTownship(row) && row.line === 'LINE') || row.mine)) ||
  (['VILLAGE', 'OFFICER'].includes(viewer) && row.mine);
const looks: Rule = (viewer, row) => row.mine && (desk(viewer, row) || viewer === 'OFFICER');

export const sight: Record<string, Rules> = {
  contact: { see: seen, add: keeps, change: keeps, remove: never },
  contact_opening: { see: watches, add: looks, change: never, remove: never },
};

export const KEYS = [{ id: 'k1', key: Buffer.alloc(32, 7) }];
export const VILLAGER = { name: '郑铁柱', phone: '138 1234 5678', address: '柳林村三组西头第二户' };
export const WHY = '核实停水户数，须与群众通话';

const MASKED = `id state name phone hasAddress isUnreadable keptAt forgottenAt version viewerCanKeep viewerCanOpen viewerCanReadOpenings`;
const SHOW = `query ($id: ID!) { contact(subject: "REPORT", id: $id) { ${MASKED} } }`;
const KEEP = `mutation ($id: ID!, $name: String!, $phone: String, $address: String, $version: Int) {
  keepContact(subject: "REPORT", id: $id, name: $name, phone: $phone, address: $address, version: $version) { ${MASKED} } }`;
const OPEN = 'mutation ($id: ID!, $reason: String!) { openContact(id: $id, reason: $reason) { name phone address } }';
const OPENINGS = `query ($contact: ID!, $since: DateTime, $first: Int! = 20, $after: String) {
  contactOpenings(contact: $contact, since: $since, first: $first, after: $after) {
    edges { node { id at personName personRole actedByName reason } } pageInfo { hasNextPage endCursor } } }`;

const ask = (fixture: Fixture, account: Account, document: string, variables: Record<string, unknown>) =>
  asking(fixture)(account, document, variables);
export const show = (fixture: Fixture, account: Account, id: string) => ask(fixture, account, SHOW, { id });
export const keep = (fixture: Fixture, account: Account, id: string, given: object = {}) =>
  ask(fixture, account, KEEP, { id, ...VILLAGER, version: null, ...given });
export const openContact = (fixture: Fixture, account: Account, id: string, reason = WHY) =>
  ask(fixture, account, OPEN, { id, reason });
export const openings = (fixture: Fixture, account: Account, contact: string, more: object = {}) =>
  ask(fixture, account, OPENINGS, { contact, ...more });

/** A report of the officer's with its contact. */
export async function keptContact(fixture: Fixture, changes = {}): Promise<{ report: string; contact: string }> {
  const report = await submitted(fixture, 'officer', changes);
  return { report, contact: (await keep(fixture, 'officer', report)).id };
}
