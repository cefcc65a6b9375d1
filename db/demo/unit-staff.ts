import { addDays } from '@lxq/schema/calendar.ts';
import type { Capacity } from '@lxq/schema/roles.ts';
import type { Network } from './network.ts';
import type { Person, Post, Roster, StandIn } from './people.ts';
import type { Places } from './places.ts';

/** The one department whose people have accounts: the first of the list. */
export const bureauOf = ({ seats }: Places) => seats[0] as Places['seats'][number];

/**
 * What departments, enterprises and townships need to act (R158): a clerk, the head of their mass-work office, the leader in charge and the principal. Appointed after
 * everybody else, so that all others stay who they are.
 */
export function staffUnits(places: Places, network: Network): void {
  const { roster, stations, principals, home, office } = network;
  const bureau = bureauOf(places);
  const isLarge = places.townships.length > 4;
  const named = (code: number, names: string[]) =>
    isLarge && [bureau.code, home.village.township.code].includes(code) ? names : [];
  for (const { code } of places.seats) {
    const [clerk, leader] = named(code, ['江晚舟', '梁思齐']);
    roster.post(roster.person(clerk), 'TOWNSHIP_CLERK', code);
    lead(roster, code, 'IN_CHARGE', roster.person(leader));
    lead(roster, code, 'OFFICE_HEAD', roster.person());
    lead(roster, code, 'PRINCIPAL', principals.get(code) as Person);
  }
  for (const { township } of stations.values()) {
    const [principal] = named(township.code, ['周敬亭']);
    lead(roster, township.code, 'PRINCIPAL', roster.person(principal));
    lead(roster, township.code, 'OFFICE_HEAD', roster.person());
  }
  office.director.capacity = 'PRINCIPAL';
  for (const [i, { level, post }] of office.leaders.entries())
    if (level === 'COUNTY') post.capacity = (['GROUP_HEAD', 'MAIN_LEADER'] as const)[i] ?? 'IN_CHARGE';
  const held = (code: number, capacity: Capacity) => holderOf(network, code, capacity);
  const before = addDays(held(bureau.code, 'OFFICE_HEAD').validFrom, -1);
  roster.post(roster.person(), 'TOWNSHIP_LEADER', bureau.code, {
    ...{ capacity: 'OFFICE_HEAD', validFrom: addDays(before, -700), validTo: before },
  });
  network.standIns.push(
    standIn(held(bureau.code, 'PRINCIPAL'), held(bureau.code, 'IN_CHARGE'), {
      from: -3,
      to: 60,
      reason: '赴省委党校学习',
    }),
    standIn(held(home.village.township.code, 'PRINCIPAL'), held(home.village.township.code, 'OFFICE_HEAD'), {
      ...{ from: -40, to: -20, reason: '因公出差', endedAfter: -26 },
    }),
  );
}

const lead = (roster: Roster, code: number, capacity: Capacity, person: Person) =>
  roster.post(person, 'TOWNSHIP_LEADER', code, { capacity });

export function holderOf({ roster }: Network, code: number, capacity: Capacity): Post {
  const found = roster.posts.find((post) => post.unitCode === code && post.capacity === capacity);
  if (!found) throw new Error(`nobody is ${capacity} of ${code}`);
  return found;
}

const standIn = (post: Post, { person }: Post, period: Omit<StandIn, 'post' | 'person'>): StandIn => ({
  ...{ post, person },
  ...period,
});
