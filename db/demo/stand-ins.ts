import type { Network } from './network.ts';
import type { Post } from './people.ts';
import type { Row } from './rows.ts';

interface Telling {
  countyCode: number;
  ids: () => string;
  /** So many days from the last of the demo. */
  day: (n: number) => string;
}

export function standInRows({ standIns }: Network, { countyCode, ids, day }: Telling): Row[] {
  return standIns.map(({ post, person, from, to, reason, endedAfter }) => ({
    county_code: countyCode,
    id: ids(),
    unit_code: post.unitCode,
    post_id: post.id,
    holder_id: post.person.id,
    person_id: person.id,
    person_name: person.name,
    valid_from: day(from),
    valid_to: day(to),
    reason,
    ended_at: endedAfter === undefined ? null : at(day(endedAfter)),
  }));
}
const at = (day: string) => `${day}T17:30:00+08:00`;

/** Whoever holds the post has lent it, and has taken it back; the administrator has ended what ended. */
export function postAudit({ standIns, roster, office }: Network, telling: Telling): Row[] {
  const { day } = telling;
  const ended = roster.posts.filter(({ capacity, validTo }) => capacity && validTo);
  return [
    ...standIns.flatMap(({ post, from, endedAfter }) => [
      lineOf(post, telling, { actor: post, deed: 'nameStandIn', on: day(from - 1) }),
      ...(endedAfter === undefined
        ? []
        : [lineOf(post, telling, { actor: post, deed: 'endStandIn', on: day(endedAfter) })]),
    ]),
    ...ended.map((post) => lineOf(post, telling, { actor: office.admin, deed: 'endPost', on: post.validTo as string })),
  ];
}

interface Done {
  actor: Post;
  deed: string;
  on: string;
}
const lineOf = (post: Post, { countyCode, ids }: Telling, { actor, deed, on }: Done): Row => ({
  county_code: countyCode,
  id: ids(),
  unit_code: post.unitCode,
  at: at(on),
  subject: 'POST',
  subject_id: post.id,
  deed,
  actor_id: actor.person.id,
  actor_name: actor.person.name,
  actor_role: actor.role,
  actor_capacity: actor.capacity ?? null,
  actor_unit_code: actor.unitCode,
  note: post.person.name,
});
