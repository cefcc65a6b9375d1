import { endOf, workDay } from '@lxq/schema/calendar.ts';
import {
  INSTRUCTION_MACHINE,
  type InstructionDeed,
  type InstructionFacts,
  type InstructionState,
} from '@lxq/schema/instructions/instruction-states.ts';
import type { Desk } from './desk.ts';
import type { Given } from './instruction-given.ts';
import type { Post } from './people.ts';
import { pick, type Random } from './random.ts';
import { holderOf } from './unit-staff.ts';
import { go, type Hours, type Line, type Moving, next } from './way.ts';
import { shanghaiDay } from './working-hours.ts';

/** What has become of an instruction by now: its row as it is, what was written on it, and each deed with who did it. */
export interface Way extends Moving<InstructionState> {
  registeredAt: number | null;
  dispatchedAt: number | null;
  signedForAt: number | null;
  objectUntil: number | null;
  objections: number;
  returns: number;
  verifyingAt: number | null;
  verified: { how: 'PHONE' | 'PAPERS'; found: string; at: number } | null;
  answeredAt: number | null;
  result: Written | null;
}
interface Written {
  body: string;
  answer: string;
  opinion: string;
  by: Post;
  at: number;
  signed: { by: Post; at: number } | null;
}

const PLANS = [
  '已明确专人负责，先到现场核实，再定办法，按期报结果。',
  '由分管负责同志牵头，本周内到村里当面听群众意见，能办的当场办。',
  '先拿出应急办法，再会同有关单位研究长远措施。',
];
const BODIES = [
  '接到批示后，派人到现场查看，当面听取了群众意见。经核实，情况属实。已协调{场地|人力|资金}，所提问题办理完毕，群众现场看过。',
  '会同村里逐户核实，情况属实。已按规定办理到位，并把办理经过向群众作了说明。',
  '经核实，情况属实。已列入本单位{近期|当月}工作安排并组织实施，现已完成，留有专人负责后续维护。',
];
const OPINIONS = ['办得及时，满意', '问题解决了，谢谢', '同意办理结果', '没有意见，希望管好用好'];
const FOUND = {
  PHONE: ['与报告一致，群众表示问题已解决', '向群众了解，办理属实'],
  PAPERS: ['核对了办理经过和群众意见，与报告相符', '查阅办理材料，手续齐全，与报告相符'],
};
const RETURNED = '群众反映还有一处没有处理到，请补办后再报。';
const OBJECTION = '经核对，此事按职责分工由其他部门主管，请予改转。';

/** The deeds up to each state, in order; a return is handled again. */
const UP_TO: Partial<Record<InstructionState, readonly InstructionDeed[]>> = (() => {
  const taken: InstructionDeed[] = ['read', 'register', 'dispatch', 'signFor'];
  const handled: InstructionDeed[] = [...taken, 'handle', 'draftResult'];
  const reported: InstructionDeed[] = [...handled, 'reportResult'];
  const verifying: InstructionDeed[] = [...reported, 'verify'];
  const told: InstructionDeed[] = [...verifying, 'confirm'];
  return {
    ...{ INSTRUCTED: [], REGISTERED: taken.slice(0, 2), DISPATCHED: taken.slice(0, 3), SIGNED_FOR: taken },
    ...{ OBJECTED: [...taken, 'object'], HANDLING: handled, REPORTED: reported, VERIFYING: verifying },
    ...{
      RETURNED: [...verifying, 'returnResult'],
      RESULT_TO_LEADER: told,
      CLOSED: [...told, 'acceptResult', 'answer'],
    },
  };
})();

/** Hours that a step usually takes; those of one that has to come to its state by now are pressed into the time there is. */
const HOURS: Partial<Record<InstructionDeed, Hours>> = {
  ...{ read: [0.2, 4], register: [0.5, 5], dispatch: [0.2, 2], signFor: [1, 14], object: [6, 40], handle: [4, 40] },
  ...{ draftResult: [40, 160], reportResult: [1, 20], verify: [3, 30], confirm: [2, 30], returnResult: [2, 20] },
  ...{ acceptResult: [2, 60], answer: [1, 20] },
};

/** An instruction goes its way as far as `until`, each deed asked of its machine: what nobody may do does not happen here either. */
export function wayOf(instruction: Given, until: InstructionState, desk: Desk, random: Random): Way {
  const { at, leader, unitCode } = instruction;
  const [office] = desk.network.office.clerks as [Post];
  const clerk = desk.network.roster.posts.find((post) => post.unitCode === unitCode && post.role === 'TOWNSHIP_CLERK');
  const signer = holderOf(desk.network, unitCode, 'IN_CHARGE');
  const way: Way = {
    ...{ state: 'INSTRUCTED', stateSince: at, registeredAt: null, dispatchedAt: null, signedForAt: null },
    ...{
      objectUntil: null,
      objections: 0,
      returns: 0,
      verifyingAt: null,
      verified: null,
      answeredAt: null,
      result: null,
      lines: [],
      changes: 0,
    },
  };
  const deeds = UP_TO[until] ?? [];
  let moment = at;
  for (const [i, deed] of deeds.entries()) {
    const actor = actorOf(deed, { office, clerk: clerk as Post, signer, leader: leader.post });
    moment = next(moment, HOURS[deed] ?? [1, 4], { left: deeds.length - i, desk, random });
    go(way, INSTRUCTION_MACHINE, deed, { facts: factsOf(way, instruction, moment), actor, moment });
    note(way, deed, { instruction, actor, moment, random, desk });
  }
  return way;
}

function actorOf(
  deed: InstructionDeed,
  { office, clerk, signer, leader }: Record<'office' | 'clerk' | 'signer' | 'leader', Post>,
) {
  if (deed === 'acceptResult') return leader;
  if (deed === 'reportResult') return signer;
  return (INSTRUCTION_MACHINE[deed].by as readonly string[]).includes('COUNTY_CLERK') ? office : clerk;
}

interface Doing {
  instruction: Given;
  actor: Post;
  moment: number;
  desk: Desk;
}

const factsOf = (way: Way, { leader, unitCode }: Given, moment: number): InstructionFacts => ({
  ...{ state: way.state, leaderId: leader.post.person.id, responsibleUnitCode: unitCode },
  ...{ objections: way.objections, isDesignated: false, now: new Date(moment), answeredAt: null },
  ...{ objectUntil: way.objectUntil ? new Date(way.objectUntil) : null },
  ...{ result: way.result ? { isSigned: way.result.signed !== null } : null, openChildren: 0 },
});

/** What the deed leaves on the row beside its state, and the words of its line. */
function note(
  way: Way,
  deed: InstructionDeed,
  { instruction, actor, moment, random, desk }: Doing & { random: Random },
): void {
  const line = way.lines.at(-1) as Line;
  const signedFor = () => {
    const last = workDay(shanghaiDay(moment), 5, desk.calendar);
    Object.assign(way, { signedForAt: moment, objectUntil: +endOf(last) });
  };
  const written = () => {
    const told = instruction.item.dossiers.find(({ answer }) => answer)?.answer;
    const answer = told ?? '所反映的问题已经核实并办理，如还有情况请告诉信息员。';
    way.result = {
      body: filled(pick(random, BODIES), random),
      answer,
      opinion: pick(random, OPINIONS),
      by: actor,
      at: moment,
      signed: null,
    };
  };
  const confirmed = () => {
    const how = instruction.leader.level === 'CITY' ? 'PHONE' : 'PAPERS';
    way.verified = { how, found: pick(random, FOUND[how]), at: moment };
    line.note = way.verified.found;
  };
  const leaves: Partial<Record<InstructionDeed, () => unknown>> = {
    register: () => Object.assign(way, { registeredAt: moment }),
    dispatch: () => Object.assign(way, { dispatchedAt: moment }),
    signFor: signedFor,
    object: () => Object.assign(way, { objections: 1 }) && Object.assign(line, { note: OBJECTION }),
    handle: () => Object.assign(line, { note: pick(random, PLANS) }),
    draftResult: written,
    reportResult: () => Object.assign(way.result as Written, { signed: { by: actor, at: moment } }),
    verify: () => Object.assign(way, { verifyingAt: moment }),
    confirm: confirmed,
    returnResult: () => Object.assign(way, { returns: 1 }) && Object.assign(line, { note: RETURNED }),
    answer: () => Object.assign(way, { answeredAt: moment }) && Object.assign(line, { note: way.result?.answer }),
  };
  leaves[deed]?.();
}

const filled = (text: string, random: Random) =>
  text.replace(/\{([^}]+)\}/g, (_, words: string) => pick(random, words.split('|')));
