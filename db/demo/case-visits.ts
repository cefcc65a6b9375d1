import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import {
  needsFollowUp,
  type Rating,
  REVISIT_MACHINE,
  type RevisitDeed,
  type RevisitFacts,
  type RevisitKind,
} from '@lxq/schema/revisits/revisit-states.ts';
import { type CaseFile, isOwed, type Struck, type Visit } from './case-file.ts';
import * as texts from './case-texts.ts';
import { fill } from './frames.ts';
import type { Post } from './people.ts';
import { chance, pick, type Random, uuidAt } from './random.ts';
import { go } from './way.ts';

const barredOf = ({ left, concerns }: CaseFile): number[] => [
  ...(left.responsibleUnitCode ? [left.responsibleUnitCode] : []),
  ...(left.sponsor?.role === 'TOWNSHIP_LEADER' ? [left.sponsor.unitCode] : []),
  ...left.coUnitCodes,
  ...concerns,
];

/** A revisit is to be made; planned twice in a round, it is one. */
export function planVisit(
  file: CaseFile,
  kind: RevisitKind,
  { at, office, rule }: { at: number; office: number; rule: DeadlineRuleCode },
): void {
  const { round } = file.left;
  if (file.visits.some((visit) => visit.kind === kind && visit.round === round)) return;
  const id = uuidAt(file.random, at);
  file.visits.push({
    ...{ id, kind, round, unitCode: office, scheduledAt: at, barredUnitCodes: barredOf(file), attempts: [] },
    ...{ state: 'SCHEDULED', stateSince: at, lines: [], changes: 0 },
  });
  const about = { CASE: file.id };
  file.debts.push({
    subject: 'REVISIT',
    subjectId: id,
    about,
    rule,
    unitCode: office,
    from: at,
    metAt: null,
    droppedAt: null,
  });
}

const owedOf = ({ debts }: CaseFile, { id }: Visit) => debts.filter((debt) => debt.subjectId === id && isOwed(debt));

/** Its round is over: what nobody has made is not made any more. */
export function dropVisits(file: CaseFile, { at, actor }: Struck): void {
  for (const visit of file.visits) {
    if (!(REVISIT_MACHINE.drop.from as readonly string[]).includes(visit.state)) continue;
    go(visit, REVISIT_MACHINE, 'drop', { facts: factsOf(visit), actor, moment: at });
    for (const debt of owedOf(file, visit)) debt.droppedAt = at;
  }
}
/** Other units act on the case now: none of them revisits. */
export function barUnits(file: CaseFile): void {
  for (const visit of file.visits)
    if ((REVISIT_MACHINE.drop.from as readonly string[]).includes(visit.state)) visit.barredUnitCodes = barredOf(file);
}

const factsOf = (visit: Visit): RevisitFacts => ({ ...visit, unitCode: visit.unitCode });

/** Who does it, and whether the villager finds it unsolved. */
interface Visiting {
  at: number;
  actor: Post;
  isBad: boolean;
  /** The unit that it is given to. */
  to: number;
}

/** A deed of the case's newest revisit of a kind; the revisit, where the villager was heard by it. */
export function visitDeed(
  file: CaseFile,
  { kind, deed }: { kind: RevisitKind; deed: RevisitDeed },
  { at, actor, isBad, to }: Visiting,
): Visit | null {
  const visit = file.visits.findLast((each) => each.kind === kind) as Visit;
  const facts = factsOf(visit);
  const set = changeOf(file, visit, { deed, at, actor, isBad, to });
  const line = go(visit, REVISIT_MACHINE, deed, { facts, actor, moment: at, set: set as Partial<RevisitFacts> });
  Object.assign(visit, set);
  line.note = noteOf(visit, deed, file.random);
  if (deed === 'assign') for (const debt of owedOf(file, visit)) debt.unitCode = to;
  if (deed !== 'complete' && deed !== 'count') return null;
  for (const debt of owedOf(file, visit)) debt.metAt = at;
  return visit;
}

function changeOf(
  { random, subject }: CaseFile,
  { attempts, kind }: Visit,
  { deed, at, actor, isBad, to }: Visiting & { deed: RevisitDeed },
): Partial<Visit> {
  const by = { doneBy: actor, doneAt: at };
  const method = () => (chance(random, 0.75) ? ('PHONE' as const) : ('DOOR' as const));
  const changes: Partial<Record<RevisitDeed, () => Partial<Visit>>> = {
    assign: () => ({ unitCode: to }),
    attempt: () => {
      const how = method();
      const note = pick(random, texts.ATTEMPTS[how]);
      return {
        attempts: [...attempts, { at: new Date(at).toISOString(), method: how, note, byName: actor.person.name }],
      };
    },
    complete: () => ({
      ...by,
      method: method(),
      ...(kind === 'FILING' ? progress(random, subject.matter.department) : heard(random, isBad)),
    }),
    giveUp: () => ({ gaveUpById: actor.person.id }),
    confirm: () => ({ confirmedById: actor.person.id }),
    count: () => ({ ...by, reason: texts.COUNTED }),
  };
  return changes[deed]?.() ?? {};
}

const progress = (random: Random, dept: string): Partial<Visit> => ({
  ...{ told: fill(pick(random, texts.PROGRESS), { dept }, random), opinion: pick(random, texts.ASKED_ALREADY) },
  ...{ isSolved: null, rating: null, reason: '' },
});

/** Of ten who find it solved seven are satisfied, and one does not rate it. */
function heard(random: Random, isBad: boolean): Partial<Visit> {
  if (isBad) {
    const rating = chance(random, 0.6) ? ('DISSATISFIED' as const) : null;
    const isSolved = rating !== null && chance(random, 0.3);
    return {
      told: '',
      opinion: pick(random, texts.DISCONTENT),
      isSolved,
      rating,
      reason: fill(pick(random, texts.REASONS), {}, random),
    };
  }
  const lot = random.next();
  const rating: Rating | null = lot < 0.7 ? 'SATISFIED' : lot < 0.9 ? 'FAIRLY' : null;
  return {
    told: '',
    opinion: pick(random, texts.CONTENT[rating === null ? 'DECLINED' : (rating as 'FAIRLY')]),
    isSolved: true,
    rating,
    reason: '',
  };
}

function noteOf(visit: Visit, deed: RevisitDeed, random: Random): string | null {
  if (deed === 'attempt') return visit.attempts.at(-1)?.note ?? null;
  if (deed === 'explain') return pick(random, texts.EXPLAINED);
  if (deed === 'complete') return visit.reason || visit.opinion || null;
  return deed === 'count' ? (visit.reason ?? null) : null;
}
export const isBadVisit = ({ isSolved = null, rating = null }: Visit): boolean => needsFollowUp({ isSolved, rating });
