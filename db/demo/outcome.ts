import { isProblem } from '../terms.ts';
import type { Desk } from './desk.ts';
import { type Dossier, done } from './dossier.ts';
import { fill } from './frames.ts';
import { between, chance, pick, type Random } from './random.ts';
import { fitting } from './telling.ts';
import { DAY, HOUR, whenOpen } from './working-hours.ts';

const OPENINGS = [
  '您反映的事已有结果：',
  '现答复如下：',
  '经核实，情况属实。',
  '谢谢您反映。',
  '已会同村里办理：',
  '请转告群众：',
  '',
];
const CLOSINGS = [
  '如还有问题，请随时告诉我们。',
  '过几天我们再来看看效果。',
  '感谢信息员及时上报。',
  '请转告大家放心。',
  '',
  '',
  '',
];
const NOTED = [
  '情况已掌握，留存备查',
  '已在本期情况综合中使用',
  '情况平稳，无需办理，归档',
  '已转有关科室参阅',
  '作为典型素材留存',
];
/** No more than the platform knows: that an answer went out. Who was visited afterwards is told by revisits, which it has not yet. */
const SETTLED = ['已答复，归档', '答复已发信息员，归档', '答复后无补充，归档'];
const UNUSED = ['经核实已在村内自行解决', '情况已变化，反映群众表示不再需要办理', '不属本级职责，已告知去处'];

/** What became of what was judged: in the digest, answered, put away; in the order the state machine allows. */
export function settle(dossier: Dossier, issuedAt: number | null, desk: Desk): void {
  const { pin } = dossier.draft;
  if (!['TRIAGED', 'DIGESTED'].includes(dossier.state) || pin?.outcome === 'TRIAGED' || pin?.digested === 'STAYS')
    return;
  const since = issuedAt ?? dossier.handledAt ?? dossier.submittedAt;
  const isNoted = dossier.state === 'TRIAGED' && asksForNothing(dossier, desk.random);
  if (isNoted) archive(dossier, since + between(desk.random, 1, 90) * HOUR, pick(desk.random, NOTED), desk);
  else settleRequest(dossier, since, desk);
}

/** Of questions and suggestions most are answered; what is going on is taken note of. */
function asksForNothing({ draft: { matter } }: Dossier, random: Random): boolean {
  return !isProblem(matter.topic) && (matter.answers.length === 0 || chance(random, 0.4));
}

function settleRequest(dossier: Dossier, since: number, desk: Desk): void {
  const { random, now } = desk;
  const [least, most] = dossier.draft.line === 'SEALED' ? [20, 50] : [3, 17];
  const at = since + between(random, least * 24, most * 24) * HOUR;
  const isUnused = dossier.state === 'TRIAGED' && chance(random, 0.07);
  if (isUnused) archive(dossier, at, pick(random, UNUSED), desk);
  if (isUnused || chance(random, 0.02)) return; // one in fifty is still in hand, however old
  const isAnswered = reply(dossier, whenOpen(at, desk.calendar, random), desk);
  const isFiled = isAnswered && now - at > 8 * DAY && chance(random, 0.8);
  if (isAnswered) passOn(dossier, isFiled, desk);
  if (isFiled)
    archive(dossier, (dossier.answeredAt as number) + between(random, 7, 40) * DAY, pick(random, SETTLED), desk);
}

const UNREACHED = ['反映的群众外出务工，多次联系不上', '匿名反映，无从转告', '反映的群众已搬迁，联系不上'];
/** Whoever heard it tells the villager within three days; one in thirty cannot, and of the newest some still have to. By its number, so that nothing else is drawn otherwise. */
export function passOn(dossier: Dossier, isFiled: boolean, { now }: Desk): void {
  const { serial, answeredAt, draft } = dossier;
  const at = (answeredAt as number) + (2 + ((serial * 7919) % 70)) * HOUR;
  if (at > now || (!isFiled && serial % 7 === 0)) return;
  const reason = serial % 30 === 0 ? (UNREACHED[serial % UNREACHED.length] as string) : null;
  done(dossier, at, reason ? 'cannotTell' : 'tell', draft.post, reason);
  Object.assign(dossier, reason ? { untoldReason: reason } : { toldAt: at });
}

function reply(dossier: Dossier, at: number, { now, random }: Desk): boolean {
  if (at > now) return false;
  const answer = answerTo(dossier, random);
  done(dossier, at, 'reply', dossier.clerk, answer);
  Object.assign(dossier, { answer, answeredAt: at });
  return true;
}

const ANSWERS = [
  '已派人到现场看过，问题属实，能办的当场办了，其余列入{本月|本季度}计划，由专人盯着。',
  '已和群众当面说清楚，先用临时办法，{十天|半个月}内给最后结果。',
  '已转{dept}办理，{七|十}个工作日内办结，进度可以问信息员。',
  '已协调办妥，群众看过后认可。',
];

function answerTo({ draft }: Dossier, random: Random): string {
  const { answers, department } = draft.matter;
  if (answers.length === 0) return '情况已编入摘报，供领导参阅，感谢报送。';
  const known = fitting(answers, draft.telling.number);
  const frame = pick(random, known.length > 0 ? known : ANSWERS);
  return pick(random, OPENINGS) + fill(frame, { ...draft.facts, dept: department }, random) + pick(random, CLOSINGS);
}

function archive(dossier: Dossier, wanted: number, reason: string, { now, calendar, random }: Desk): void {
  const at = whenOpen(wanted, calendar, random);
  if (at <= now) done(dossier, at, 'archive', dossier.clerk, reason);
}
