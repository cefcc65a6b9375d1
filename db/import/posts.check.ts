import { CAPACITIES_OF, type Capacity, type Role } from '@lxq/schema/roles.ts';
import type { Findings, Spot } from './finding.ts';
import { digitsKey, plainKey } from './key.ts';
import { networkProblems } from './network.problems.ts';
import type { PostField } from './posts.sheet.ts';
import { takeDay, takeRef, takeWord } from './row-values.ts';
import type { Entry } from './sheet.ts';
import { CAPACITY_WORDS, LEADER_LEVEL_WORDS, ROLE_WORDS } from './words.ts';

export interface PostLine {
  line: number;
  ref: string;
  unit: string;
  role: Role;
  /** Null takes away what the system holds, undefined leaves it. */
  capacity: Capacity | null | undefined;
  /** 15 digits, with a village group's number at the end. */
  area: number | undefined;
  code: string | undefined;
  /** Of a leader: whose instructions count as the city's (R46). */
  leaderLevel: 'CITY' | 'COUNTY' | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** What a posts file alone can tell. */
export function checkPosts(entries: Entry<PostField>[], findings: Findings): PostLine[] {
  return entries.flatMap((entry) => (entry.isSound && checkEntry(entry, findings)) || []);
}

function checkEntry({ line, value }: Entry<PostField>, findings: Findings): PostLine | undefined {
  const before = findings.list.length;
  const at = (field: PostField) => ({ line, field, value: value[field] });
  const ref = takeRef(at('person'), findings);
  const role = takeWord(ROLE_WORDS, at('role'), findings);
  const [from, to] = [takeDay(at('from'), findings), takeDay(at('to'), findings)];
  if (from && to && to < from) findings.refuse(at('to'), networkProblems.periodReversed());
  const areaKey = digitsKey(value.area);
  if (areaKey && !/^\d{15}$/.test(areaKey)) findings.refuse(at('area'), networkProblems.areaForm());
  const code = plainKey(value.code);
  if (code && !/^[\p{Script=Han}A-Za-z0-9-]{1,20}$/u.test(code)) findings.refuse(at('code'), networkProblems.refForm());
  const leaderLevel = value.leader_level ? takeWord(LEADER_LEVEL_WORDS, at('leader_level'), findings) : undefined;
  if (leaderLevel && role !== 'LEADER') findings.refuse(at('leader_level'), networkProblems.leaderLevelNotAllowed());
  const capacity = value.capacity ? takeCapacity(role, at('capacity'), findings) : undefined;
  if (findings.list.length > before || !ref || !role) return undefined;
  const area = areaKey ? Number(areaKey) : undefined;
  return { line, ref, unit: value.unit, role, capacity, area, code: code || undefined, leaderLevel, from, to };
}

/** As far as the role may be it. */
function takeCapacity(role: Role | undefined, spot: Spot, findings: Findings): Capacity | null | undefined {
  const word = takeWord(CAPACITY_WORDS, spot, findings);
  if (!word || word === 'NONE') return word && null;
  const allowed = role && (CAPACITIES_OF[role] ?? []);
  if (allowed && !allowed.includes(word))
    findings.refuse(spot, networkProblems.capacityRole(allowed.map((each) => CAPACITY_WORDS[each][0] ?? each)));
  return word;
}
