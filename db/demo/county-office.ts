import { addDays } from '@lxq/schema/calendar.ts';
import type { CountyPlan } from './counties.ts';
import type { Post, Roster } from './people.ts';
import { LEADERS, type LeaderPlan } from './portfolios.ts';

export interface Leader extends LeaderPlan {
  post: Post;
}

/** 县群工办 and the leaders who read what it edits. */
export interface CountyOffice {
  code: number;
  clerks: Post[];
  director: Post;
  leaders: Leader[];
  analyst: Post;
  /** Who wrote a sealed report is shown to one of them when two others approve. */
  discipline: Post[];
  admin: Post;
}

export function staffCountyOffice(plan: CountyPlan, code: number, roster: Roster): CountyOffice {
  const isLarge = plan.townships.length > 4;
  const appoint = (role: Post['role'], name?: string) =>
    roster.post(roster.person(isLarge ? name : undefined), role, code);
  const clerks = ['苏晓禾', '贺文溪', '邹明岸'].slice(0, isLarge ? 3 : 2).map((name) => appoint('COUNTY_CLERK', name));
  const leaders = LEADERS.map((leader) => ({
    ...leader,
    post: Object.assign(appoint('LEADER', leader.name), { leaderLevel: leader.level }),
  }));
  const [first] = clerks;
  // One person, two posts: what the switcher switches. Signing in takes the older one.
  if (first && isLarge) roster.post(first.person, 'ANALYST', code, { validFrom: addDays(first.validFrom, 30) });
  return {
    code,
    clerks,
    director: appoint('COUNTY_DIRECTOR', '程望舒'),
    leaders: isLarge ? leaders : leaders.map((leader) => ({ ...leader, name: leader.post.person.name })),
    analyst: appoint('ANALYST', '钟以宁'),
    discipline: [appoint('DISCIPLINE_CLERK', '石敬之')],
    admin: appoint('ADMIN', '白一帆'),
  };
}

/** The rest of the discipline desk; appointed after everybody else, so that the others stay who they are. */
export function staffDiscipline({ discipline, code }: CountyOffice, roster: Roster, isLarge: boolean): void {
  for (const name of ['陆清源', '沈则明'])
    discipline.push(roster.post(roster.person(isLarge ? name : undefined), 'DISCIPLINE_CLERK', code));
}
