import { addDays, dayOf, endOf, startOf } from '@lxq/schema/calendar.ts';
import { JUDGED } from '@lxq/schema/reports/report-states.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { scanForPersons } from '@lxq/schema/texts/personal-data.ts';
import { findWhereabouts, WRITE_INSTEAD } from '@lxq/schema/texts/whereabouts.ts';
import type { Unmet } from '@lxq/schema/transitions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Digest } from '../digest.entity.ts';
import { itemsOf } from '../digest.loaders.ts';
import { compose } from '../document/digest-document.service.ts';
import { WAITING } from '../items/digest-candidate.read.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';
import { blocks, type Finding, warns } from './digest-finding.ts';
import { glyphFindings, headFindings } from './digest-paper.check.ts';

/** An item longer than this is no digest of anything. */
const LONG = 1_500;

/** Everything that is asked of an issue before review, signing and issuing. */
export async function check(scope: Scope, digest: Digest): Promise<Finding[]> {
  const items = (await itemsOf(scope).load(digest.id)) ?? [];
  const facts = await issueFacts(scope, digest);
  const sources = new Map((await sourceFacts(scope, digest)).map((row) => [row.itemId, row]));
  return [
    ...headFindings(digest),
    ...glyphFindings(await compose(scope, digest), items),
    ...issueFindings(digest, facts, scope.now),
    ...(items.length === 0 ? [blocks('noItems', '还没有条目', 'There are no items yet')] : []),
    ...items.flatMap((item, i) => itemFindings(item, i + 1, sources.get(item.id))),
  ];
}

/** What keeps a deed from happening; a code named by several items is one guard. */
export function blocking(findings: readonly Finding[]): Unmet[] {
  return findings.filter(({ severity }) => severity === 'BLOCKS').map(({ code, zh, en }) => ({ guard: code, zh, en }));
}

interface IssueFacts {
  isContiguous: boolean;
  hasSignatory: boolean;
  isNumbered: boolean;
  unpicked: number;
}

async function issueFacts(scope: Scope, digest: Digest): Promise<IssueFacts> {
  const row = await scope.row<IssueFacts>(
    `select
       not exists (select from digest e where e.county_code = $1 and e.state <> 'VOIDED' and e.period_to < $3::date)
         or exists (select from digest e where e.county_code = $1 and e.state <> 'VOIDED' and e.period_to = $4::date) as is_contiguous,
       exists (select from post p where p.county_code = $1 and p.role = 'COUNTY_DIRECTOR' and p.person_id is distinct from $5
         and p.valid_from <= app.today() and coalesce(p.valid_to, 'infinity') >= app.today()) as has_signatory,
       (select coalesce(max(no) - min(no) + 1, 0) = count(*) from digest e where e.county_code = $1 and e.year = $6 and e.no is not null)
         and (select coalesce(max(cum_no) - min(cum_no) + 1, 0) = count(*) from digest e where e.county_code = $1 and e.cum_no is not null) as is_numbered,
       (select count(*)::int from report r where ${WAITING} and r.submitted_at >= $7 and r.submitted_at < $8) as unpicked
     from (select $2::uuid) asked`,
    [
      scope.county,
      digest.id,
      digest.periodFrom,
      addDays(digest.periodFrom, -1),
      digest.editorId ?? null,
      Number(dayOf(scope.now).slice(0, 4)),
      startOf(digest.periodFrom),
      endOf(digest.periodTo),
    ],
  );
  return row as IssueFacts;
}

/** While it is still being gathered nobody need be told. */
const isOnItsWay = ({ state }: Digest) => state === 'REVIEWING' || state === 'APPROVED';
/** Until its last day is over something may still come in that belongs into it. */
export const isRunning = ({ periodTo }: Digest, now: Date) => periodTo >= dayOf(now);

function issueFindings(
  digest: Digest,
  { isContiguous, hasSignatory, isNumbered, unpicked }: IssueFacts,
  now: Date,
): Finding[] {
  const found: Finding[] = [];
  if (!isContiguous)
    found.push(blocks('periodGap', '与上一期的时段不衔接', 'The period does not follow the previous issue'));
  if (!hasSignatory)
    found.push(
      blocks(
        'signatory',
        '没有可以签发的办公室主任（编辑本人不能签发）',
        'There is no director other than the editor to sign',
      ),
    );
  if (!isNumbered)
    found.push(blocks('numberingGap', '已印发各期的期号不连续', 'The numbers of the issued digests have a gap'));
  if (digest.periodFrom > digest.periodTo)
    found.push(blocks('period', '时段起止颠倒', 'The period ends before it begins'));
  if (isOnItsWay(digest) && isRunning(digest, now))
    found.push(
      warns(
        'periodRunning',
        `本期时段到 ${digest.periodTo} 结束，此前印发须由主任写明理由`,
        `The period runs until ${digest.periodTo}; before that only a director issues it, with a reason`,
      ),
    );
  if (unpicked > 0)
    found.push(
      warns(
        'unpicked',
        `本期时段内报送的信息尚有 ${unpicked} 条未编入、也未标记不采用（更早的不计）`,
        `Reports submitted within this issue's period, in no issue yet and not set aside: ${unpicked} (earlier ones not counted)`,
      ),
    );
  return found;
}

interface SourceFacts {
  itemId: string;
  count: number;
  untriaged: number;
  /** Out of the county office's sight by now. */
  sealed: number;
  hasLeader: boolean;
}

/** Of each item: its reports, those of them that may not stand in an issue now, and whether its portfolio still has its leader. */
const sourceFacts = (scope: Scope, digest: Digest) =>
  scope.rows<SourceFacts>(
    `select i.id as item_id, count(r.id)::int as count,
       count(r.id) filter (where r.state not in (${JUDGED.map((state) => `'${state}'`)}) or i.kind = 'NORMAL' and r.digested_at is not null)::int as untriaged,
       count(l.report_id) filter (where r.id is null or r.line = 'SEALED')::int as sealed,
       exists (select from portfolio f join person n on n.county_code = f.county_code and n.id = f.leader_id and n.is_active
         where f.county_code = i.county_code and f.id = i.portfolio_id and f.is_active) as has_leader
     from digest_item i
     left join digest_item_report l on l.county_code = i.county_code and l.item_id = i.id
     left join report r on r.county_code = l.county_code and r.id = l.report_id
     where i.county_code = $1 and i.digest_id = $2 group by i.county_code, i.id, i.kind, i.portfolio_id`,
    [scope.county, digest.id],
  );

function itemFindings(item: DigestItem, number: number, source: SourceFacts | undefined): Finding[] {
  const found: Finding[] = [];
  const add = (make: typeof blocks, code: string, zh: string, en: string) =>
    found.push(make(code, `第 ${number} 条${zh}`, `Item ${number} ${en}`, item.id));
  if (!item.portfolioId) add(blocks, 'portfolio', '没有分管领导', 'stands in no portfolio');
  else if (!source?.hasLeader) add(blocks, 'leader', '所属分工没有在任领导', 'stands in a portfolio without a leader');
  if (visibleLength(item.text) === 0) add(blocks, 'emptyText', '没有正文', 'has no text');
  const words = `${item.title}\n${item.text}`;
  const persons = scanForPersons(words);
  if (persons.some(({ kind }) => kind !== 'NAME'))
    add(blocks, 'personalData', '含身份证号、银行卡号或电话号码', 'holds an ID, card or phone number');
  const names = persons.filter(({ kind }) => kind === 'NAME').map(({ text }) => text);
  if (names.length > 0) add(warns, 'names', `可能有群众姓名：${names.join('、')}`, `seems to name ${names.join(', ')}`);
  if (findWhereabouts(words)) add(blocks, 'whereabouts', `：${WRITE_INSTEAD.zh}`, `: ${WRITE_INSTEAD.en}`);
  if (source && source.untriaged > 0)
    add(
      blocks,
      'sourceNotTriaged',
      '所依据的信息尚未研判，或已被退回、撤回、编入他期',
      'rests on a report that nobody has judged, or that was given back, taken back or told of already',
    );
  if (source && source.sealed > 0)
    add(
      blocks,
      'sourceSealed',
      '所依据的信息已转为密报，请移出本条',
      'rests on a report that was sealed since; take the item out',
    );
  if (item.kind === 'CORRECTION' && !item.correctsId)
    add(blocks, 'corrects', '没有指明所更正的条目', 'does not say what it corrects');
  if (!source?.count && item.kind === 'NORMAL') add(warns, 'noSource', '没有关联信息', 'rests on no report');
  const length = visibleLength(item.text);
  if (length > LONG) add(warns, 'longText', `有 ${length} 字，偏长`, `has ${length} characters, which is long`);
  return found;
}
