import { calendarDay } from '@lxq/schema/calendar.ts';
import type { InstructionState } from '@lxq/schema/instructions/instruction-states.ts';
import type { CountyPlan } from './counties.ts';
import type { Leader } from './county-office.ts';
import type { Desk } from './desk.ts';
import { fill } from './frames.ts';
import type { Given } from './instruction-given.ts';
import { type Way, wayOf } from './instruction-way.ts';
import type { Item } from './issue-items.ts';
import type { Issue } from './issues.ts';
import type { Places } from './places.ts';
import { PORTFOLIOS } from './portfolios.ts';
import { between, chance, pick, randomFrom, shuffled, uuidAt } from './random.ts';
import { bureauOf } from './unit-staff.ts';
import { DAY, MINUTE, shanghaiDay, whenOpen } from './working-hours.ts';

/** 批示 */
export interface Instruction extends Given {
  /** How it has gone until now. */
  way: Way;
}

const TEXTS = [
  '请{dept}会同{where}{三日内|本周内|{5-10}日内}核实，能办的马上办，结果报县群工办。',
  '群众所盼不大，{dept}要{用心办|抓紧办}，不要让群众再跑第二趟。',
  '请{dept}派人到现场，听群众当面说，{一周|半个月}内拿出办法。',
  '此事{涉及面不小|关系群众日常生活}，{dept}牵头，{where}配合，限期解决并回访。',
  '同意所提建议。请{dept}抓落实，{where}做好对群众的说明。',
  '请{dept}查清原因，{举一反三|把同类问题一并排查}，{半月|月底}前书面报告。',
  '先应急、后根治。请{dept}{今明两天|三天内}先把群众眼前的难处解了。',
  '请{where}主要负责同志亲自过问，{dept}给予技术和资金支持。',
  '属政策不清的要讲清，属工作不力的要改正。请{dept}阅处。',
  '请{dept}把办理时限告诉群众，办完请群众说满意不满意。',
  '小事不小，请{dept}列入本月必办，办结后上群众家门口看一看。',
  '阅。类似反映不止一处，请{dept}拿出面上的办法。',
  '请{dept}、{where}协商，谁主办、谁配合、何时办成要明确。',
  '资金可从{年度维修经费|民生实事资金}中安排，请{dept}尽快组织实施。',
  '请依规依约处理，既要办成事，也要做好调解，{dept}负责。',
  '请{dept}研究，能纳入今年计划的纳入，不能纳入的向群众解释清楚。',
];

/** So many by city and by county leaders as planned, on items of issued issues; the last few are on their way still. */
export function makeInstructions(
  plan: CountyPlan,
  places: Places,
  issues: readonly Issue[],
  desk: Desk,
): Instruction[] {
  const issued = issues.filter(({ issuedAt }) => issuedAt !== null);
  const { city, county, open } = plan.instructions;
  const settled = issued.filter(({ issuedAt }) => desk.now - (issuedAt as number) > 24 * DAY);
  const recent = issued.filter(({ issuedAt }) => desk.now - (issuedAt as number) > 40 * MINUTE).slice(-2);
  // What is on its way still is a county leader's: every city leader's was verified by a revisit.
  const settledLevels = [...Array(city).fill('CITY'), ...Array(county - open.length).fill('COUNTY')];
  const levels = [...shuffled(desk.random, settledLevels), ...Array(open.length).fill('COUNTY')] as Leader['level'][];
  const isNew = (i: number) => i >= levels.length - open.length;
  const ripe = settled.length > 0 ? settled : issued.slice(0, -1);
  const choose = itemChooser(ripe, desk);
  const chooseRecent = itemChooser(recent, desk);
  return levels
    .map((level, i) => make(places, level, isNew(i) ? chooseRecent() : choose(), desk))
    .sort((a, b) => a.at - b.at)
    .map((given, i, all) => withWay(given, open[i - (all.length - open.length)] ?? 'CLOSED', { plan, places, desk }));
}

/** Every item once before any item twice. */
function itemChooser(issues: readonly Issue[], { random }: Desk): () => { issue: Issue; item: Item } {
  let left: { issue: Issue; item: Item }[] = [];
  return () => {
    if (left.length === 0)
      left = shuffled(
        random,
        issues.flatMap((issue) => issue.items.map((item) => ({ issue, item }))),
      );
    return left.pop() as { issue: Issue; item: Item };
  };
}

function make(
  places: Places,
  level: Leader['level'],
  { issue, item }: { issue: Issue; item: Item },
  desk: Desk,
): Given {
  const { random, calendar, now, network } = desk;
  const wanted = whenOpen((issue.issuedAt as number) + between(random, 30, 70 * 60) * MINUTE, calendar, random);
  const at =
    wanted < now
      ? wanted
      : (issue.issuedAt as number) + (now - (issue.issuedAt as number)) * (0.3 + random.next() * 0.5);
  const dueOn = calendarDay(shanghaiDay(at), pick(random, [7, 7, 14]), calendar);
  // Was once when the office read it: the draw stays, and with it everything drawn after it.
  whenOpen(at + between(random, 10, 300) * MINUTE, calendar, random);
  const leader = leaderFor(level, item, desk);
  const department = places.seats.find(({ name }) => name === item.department);
  const isStation = !department || chance(random, 0.25);
  const station = network.stations.get(item.townshipCode);
  const unitCode =
    isStation && station ? item.townshipCode : (department?.code ?? places.seats[0]?.code ?? item.townshipCode);
  const facts = isStation ? { dept: item.where, where: '县直有关部门' } : { dept: department.name, where: item.where };
  return {
    id: uuidAt(random, at),
    clientId: uuidAt(random, at - 20_000),
    issue,
    item,
    leader,
    text: fill(pick(random, TEXTS), facts, random),
    unitCode,
    dueOn,
    at,
  };
}

/** What is on its way lies where somebody with an account finds it: at the bureau, or with the first leader of its rank. */
function withWay(
  given: Given,
  until: InstructionState,
  { plan, places, desk }: { plan: CountyPlan; places: Places; desk: Desk },
): Instruction {
  const { leaders } = desk.network.office;
  const first = leaders.find(({ level }) => level === given.leader.level) as Leader;
  const unitCode = until === 'HANDLING' && places.seats.length > 0 ? bureauOf(places).code : given.unitCode;
  const leader = until === 'RESULT_TO_LEADER' ? first : given.leader;
  const instruction = { ...given, unitCode, leader };
  const random = randomFrom(`${plan.countyCode} way ${given.id}`);
  return { ...instruction, way: wayOf(instruction, until, desk, random) };
}

/** The county's leader in charge; either of the city's. */
function leaderFor(level: Leader['level'], item: Item, { network, random }: Desk): Leader {
  const { leaders } = network.office;
  if (level === 'CITY')
    return pick(
      random,
      leaders.filter((leader) => leader.level === 'CITY'),
    );
  return leaders[PORTFOLIOS[item.portfolio]?.leader ?? 0] as Leader;
}
