import type { Capacity, Role } from '@lxq/schema/roles.ts';
import { personName } from './names.ts';
import { type Random, uuidAt } from './random.ts';

export interface Person {
  id: string;
  name: string;
}

export interface Post {
  id: string;
  person: Person;
  role: Role;
  unitCode: number;
  areaCode: number;
  code: string | null;
  /** What it is in its unit beyond its role. */
  capacity?: Capacity;
  /** Of a leader: whose rank an instruction has. */
  leaderLevel?: 'CITY' | 'COUNTY';
  validFrom: string;
  validTo: string | null;
}

/** 代理: days are counted from the last of the demo. */
export interface StandIn {
  post: Post;
  person: Person;
  from: number;
  to: number;
  reason: string;
  endedAfter?: number;
}

/** Collects the county's people and their posts. */
export interface Roster {
  readonly people: Person[];
  readonly posts: Post[];
  person(name?: string): Person;
  post(
    person: Person,
    role: Role,
    unitCode: number,
    more?: Partial<Pick<Post, 'areaCode' | 'code' | 'capacity' | 'leaderLevel' | 'validFrom' | 'validTo'>>,
  ): Post;
}

/** `since` is the day from which posts hold unless said otherwise. */
export function makeRoster(random: Random, since: string): Roster {
  const people: Person[] = [];
  const posts: Post[] = [];
  const born = Date.parse(since);
  return {
    people,
    posts,
    person(name = personName(random)) {
      const made = { id: uuidAt(random, born), name };
      people.push(made);
      return made;
    },
    post(person, role, unitCode, more = {}) {
      const made = {
        id: uuidAt(random, born),
        person,
        role,
        unitCode,
        areaCode: unitCode,
        code: null,
        validFrom: since,
        validTo: null,
        ...more,
      };
      posts.push(made);
      return made;
    },
  };
}

export function personRows(countyCode: number, people: readonly Person[]): Record<string, unknown>[] {
  return people.map(({ id, name }) => ({ county_code: countyCode, id, name, is_active: true }));
}

export function postRows(countyCode: number, posts: readonly Post[]): Record<string, unknown>[] {
  return posts.map((post) => ({
    county_code: countyCode,
    id: post.id,
    unit_code: post.unitCode,
    person_id: post.person.id,
    person_name: post.person.name,
    role: post.role,
    capacity: post.capacity ?? null,
    code: post.code,
    leader_level: post.leaderLevel ?? null,
    area_code: post.areaCode,
    valid_from: post.validFrom,
    valid_to: post.validTo,
  }));
}
