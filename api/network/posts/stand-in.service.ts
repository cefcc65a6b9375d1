import { dayOf } from '@lxq/schema/calendar.ts';
import { standInProblems } from '@lxq/schema/network/post-draft.ts';
import { STOOD_IN_FOR } from '@lxq/schema/roles.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { badInput, checkVersion, notFound, refused } from '../../platform/contract/errors.ts';
import { refuseFirst, type Words } from '../../platform/contract/words.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import type { StandInInput } from '../network.input.ts';
import type { Post } from './post.entity.ts';
import { note } from './post.service.ts';
import { POST_WORDS, STAND_IN_WORDS } from './post.words.ts';
import type { StandIn } from './stand-in.entity.ts';

/** Says who stands in for a post and for how long: its holder in person, or an administrator. */
export async function name(scope: Scope, input: StandInInput): Promise<StandIn> {
  const wanted = { ...input, reason: input.reason.trim() };
  const post = await postOf(scope, input.post);
  refuseIf([decides(scope, post, input.person.toLowerCase()), lent(scope, post)]);
  refuseFirst(standInProblems(wanted, dayOf(scope.now)), STAND_IN_WORDS);
  if (post.validTo && wanted.validTo > post.validTo) throw badInput('validTo', ...POST_WORDS.beyondPost(post.validTo));
  const person = isUuid(input.person) ? await inOffice(scope, input.person) : undefined;
  if (!person) throw badInput('person', ...STAND_IN_WORDS['person.MISSING']);
  if (person.personId === post.personId) throw badInput('person', ...POST_WORDS.himself);
  const standIn = {
    ...{ countyCode: scope.county, id: newId(), unitCode: post.unitCode, postId: post.id, holderId: post.personId },
    ...person,
    ...{ validFrom: wanted.validFrom, validTo: wanted.validTo, reason: wanted.reason },
  };
  refuseIf([await taken(scope, standIn)]);
  await scope
    .attempt(() => scope.insert('stand_in', standIn))
    .catch(async (error) => {
      const isOurs = (error as { constraint?: string }).constraint === 'stand_in_one_at_a_time';
      if (isOurs) refuseIf([await taken(scope, standIn)]);
      throw error;
    });
  return done(scope, post, standIn.id, 'nameStandIn');
}

/** At once: a session under the post ends with it. */
export async function end(scope: Scope, id: string, version: number): Promise<StandIn> {
  const standIn = isUuid(id) ? await byId(scope, id) : undefined;
  if (!standIn) throw notFound(...POST_WORDS.standIn);
  const post = await postOf(scope, standIn.postId);
  const isOver = standIn.endedAt || standIn.validTo < dayOf(scope.now);
  refuseIf([decides(scope, post, standIn.personId), isOver ? because('isOver', POST_WORDS.isOver) : null]);
  checkVersion(standIn, version);
  const [ended] = await scope.rows<StandIn>(
    'update stand_in set ended_at = $4, version = version + 1 where county_code = $1 and id = $2 and version = $3 and ended_at is null returning *',
    [scope.county, id, standIn.version, scope.now],
  );
  if (!ended) throw refused([because('isOver', POST_WORDS.isOver)]); // the other of two was first
  return done(scope, post, id, 'endStandIn');
}

async function postOf(scope: Scope, id: string): Promise<Post> {
  const text = 'select * from post where county_code = $1 and id = $2';
  const post = isUuid(id) ? await scope.row<Post>(text, [scope.county, id]) : undefined;
  if (!post) throw notFound(...POST_WORDS.post);
  return post;
}
const byId = (scope: Scope, id: string) =>
  scope.row<StandIn>('select * from stand_in where county_code = $1 and id = $2', [scope.county, id]);

/** Somebody whom the viewer may read of, with a post of their own: it is by that they sign in. */
const inOffice = (scope: Scope, id: string) =>
  scope.row<{ personId: string; personName: string }>(
    `select person_id, person_name from post where county_code = $1 and person_id = $2 and valid_from <= app.today() and coalesce(valid_to, app.today()) >= app.today() limit 1`,
    [scope.county, id],
  );

const because = (guard: string, [zh, en]: Words) => unmet(guard, zh, en);
function refuseIf(found: (Unmet | null)[]): void {
  const missing = found.filter((one) => one !== null);
  if (missing.length) throw refused(missing);
}
/** Whoever stands in decides on no stand-in, and an administrator not on themselves. */
function decides({ rights }: Scope, post: Post, standInId: string): Unmet | null {
  if (rights.role === 'ADMIN') return standInId === rights.personId ? because('own', POST_WORDS.ownStandIn) : null;
  const isHolder = post.personId === rights.personId && !rights.actedById;
  return isHolder ? null : because('holder', POST_WORDS.notHolder);
}
function lent(scope: Scope, { role, validTo }: Post): Unmet | null {
  if (!STOOD_IN_FOR.includes(role)) return because('role', POST_WORDS.notLent);
  return validTo && validTo < dayOf(scope.now) ? because('ended', POST_WORDS.hasEnded) : null;
}
async function taken(scope: Scope, { postId, validFrom, validTo }: Pick<StandIn, 'postId' | 'validFrom' | 'validTo'>) {
  const held = await scope.row<StandIn>(
    'select * from stand_in where county_code = $1 and post_id = $2 and ended_at is null and valid_from <= $4 and valid_to >= $3 limit 1',
    [scope.county, postId, validFrom, validTo],
  );
  return held ? because('taken', POST_WORDS.taken(held.personName, held.validFrom, held.validTo)) : null;
}

async function done(scope: Scope, post: Post, id: string, deed: 'nameStandIn' | 'endStandIn'): Promise<StandIn> {
  const standIn = (await byId(scope, id)) as StandIn;
  await note(scope, post, deed, standIn);
  scope.refresh();
  return standIn;
}
