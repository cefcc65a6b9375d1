import { peopleIn } from '@lxq/schema/texts/people.ts';

/** Every text of the demo that somebody typed: none of them names a villager or tells where one goes. */
export const ALL_TEXTS = `
  select content as text from report
  union all select unnest(array[answer, return_reason, set_aside_reason, plan_text, outside_area_reason]) from report
  union all select unnest(array[title, text]) from digest_item
  union all select text from instruction
  union all select unnest(array[title, brief, decided_reason, plan, answer, untold_reason]) from cases
  union all select unnest(array[body, answer, opinion, request, basis, remedy]) from result_report
  union all select unnest(array[told, opinion, reason]) from revisit
  union all select distinct note from audit where note is not null`;

/** As villagers are named in reports, in ways that were not read off the patterns; made up. */
const NAMED = [
  '村民周长顺反映',
  '户主：韩桂芝，',
  '联系人吴立新，',
  '老人魏秀英（78岁）独居',
  '低保户郭大有家房屋漏雨，',
  '村民赵喜凤、钱来福等五户都缺水，',
  '王建军，男，52岁，',
  '反映人叫李宝贵，',
  '病人孙德海急需送医，',
  '学生刘子涵上学要走六里路，',
  '五保户郑老五无人照料，',
  '经办人已找过杨文斌两次，',
  '他儿子马小东在外打工，',
  '五组陈玉莲说井水发黄，',
  '罗大娘和儿媳许翠萍吵了起来，',
];
/** The same of where somebody goes or how they are watched. */
const FOLLOWED = [
  '其中一人说明天就坐车去省里上访。',
  '有两户准备集体到县政府讨说法上访。',
  '他已买好去北京的火车票。',
  '目前此人住在县城一家旅馆。',
  '请安排干部盯住他，不要让他出村。',
  '他是多年的上访户。',
  '已派人把他从车站接回，属越级上访。',
  '他的行踪不明，家里人也说不清。',
  '听说他们要去市里堵门。',
  '此人情绪激动，扬言进京。',
];

const share = (found: number, of: number) => (of === 0 ? 1 : found / of);
const percent = (one: number) => `${(100 * one).toFixed(1)} %`;

/** Into every tenth text something is planted; the others are as they are. Precision is at that share. */
export function measurePeople(texts: readonly (string | null)[]) {
  const told = texts.filter((text) => text !== null && text !== '') as string[];
  const clean = told.map((text) => peopleIn(text));
  const falseNames = clean.filter(({ names, numbers }) => names.length + numbers.length > 0).length;
  const falseWhereabouts = clean.filter(({ whereabouts }) => whereabouts).length;
  const planted = told.filter((_, at) => at % 10 === 0 && clean[at]?.names.length === 0 && !clean[at]?.whereabouts);
  const named = planted.filter((text, at) => peopleIn(NAMED[at % NAMED.length] + text).names.length > 0).length;
  const followed = planted.filter((text, at) => peopleIn(text + FOLLOWED[at % FOLLOWED.length]).whereabouts).length;
  const falseAlarms = falseNames + falseWhereabouts;
  const precision = share(named + followed, named + followed + falseAlarms);
  return {
    falseAlarms,
    precision,
    foundNames: share(named, planted.length),
    foundWhereabouts: share(followed, planted.length),
    lines: [
      `of ${told.length} texts that say nothing of people, ${falseNames} are taken for naming somebody and ${falseWhereabouts} for whereabouts (${percent(share(falseAlarms, told.length))})`,
      `of ${planted.length} with a name planted, ${percent(share(named, planted.length))} are found; of as many with whereabouts, ${percent(share(followed, planted.length))}`,
      `where every tenth text says either, ${percent(precision)} of the alarms are right`,
      ...told
        .filter((_, at) => clean[at]?.names.length || clean[at]?.numbers.length || clean[at]?.whereabouts)
        .slice(0, 8)
        .map((text) => `  taken for people: ${JSON.stringify(peopleIn(text))} in ${text.slice(0, 60)}`),
      ...NAMED.filter((words) => peopleIn(`${words}水管漏水三天`).names.length === 0).map(
        (words) => `  not found: ${words}`,
      ),
      ...FOLLOWED.filter((words) => !peopleIn(words).whereabouts).map((words) => `  not found: ${words}`),
    ],
  };
}
