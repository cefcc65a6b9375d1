import { addDays, dayOf, endOf, startOf } from '@lxq/schema/calendar.ts';
import { JUDGED } from '@lxq/schema/reports/report-states.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { peopleIn } from '@lxq/schema/texts/people.ts';
import type { Unmet } from '@lxq/schema/transitions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { listed } from '../../platform/tables/words.ts';
import type { Digest } from '../digest.entity.ts';
import { itemsOf } from '../digest.loaders.ts';
import { compose } from '../document/digest-document.service.ts';
import { WAITING } from '../items/digest-candidate.read.ts';
import type { DigestItem } from '../items/digest-item.entity.ts';
import { carriedBy } from '../pictures/digest-picture.read.ts';
import { type Finding, findingsOf } from './digest-finding.ts';
import { glyphFindings, headFindings } from './digest-paper.check.ts';

/** An item longer than this is no digest of anything. */
const LONG = 1_500;

/** Everything that is asked of an issue before review, signing and issuing. */
export async function check(scope: Scope, digest: Digest): Promise<Finding[]> {
  const items = (await itemsOf(scope).load(digest.id)) ?? [];
  const facts = await issueFacts(scope, digest);
  const sources = new Map((await sourceFacts(scope, digest)).map((row) => [row.itemId, row]));
  const carried = await carriedBy(scope, items);
  return [
    ...headFindings(digest),
    ...glyphFindings(await compose(scope, digest), items),
    ...issueFindings(digest, facts, scope.now),
    ...findingsOf([[items.length === 0, 'noItems']]),
    ...items.flatMap((item, i) => itemFindings(item, i + 1, sources.get(item.id))),
    ...items.flatMap((item, i) => pictureFindings(item, i + 1, carried.get(item.id)?.length)),
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

const issueFindings = (
  digest: Digest,
  { isContiguous, hasSignatory, isNumbered, unpicked }: IssueFacts,
  now: Date,
): Finding[] =>
  findingsOf(
    [
      [!isContiguous, 'periodGap'],
      [!hasSignatory, 'signatory'],
      [!isNumbered, 'numberingGap'],
      [digest.periodFrom > digest.periodTo, 'period'],
      [isOnItsWay(digest) && isRunning(digest, now), 'periodRunning'],
      [unpicked > 0, 'unpicked'],
    ],
    { periodTo: digest.periodTo, unpicked },
  );

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
       count(r.id) filter (where r.state not in (${listed(JUDGED)}) or i.kind = 'NORMAL' and r.digested_at is not null)::int as untriaged,
       count(l.report_id) filter (where r.id is null or r.line = 'SEALED')::int as sealed,
       exists (select from portfolio f join person n on n.county_code = f.county_code and n.id = f.leader_id and n.is_active
         where f.county_code = i.county_code and f.id = i.portfolio_id and f.is_active) as has_leader
     from digest_item i
     left join digest_item_report l on l.county_code = i.county_code and l.item_id = i.id
     left join report r on r.county_code = l.county_code and r.id = l.report_id
     where i.county_code = $1 and i.digest_id = $2 group by i.county_code, i.id, i.kind, i.portfolio_id`,
    [scope.county, digest.id],
  );

/** What was chosen and is not there any more. */
const pictureFindings = ({ id, pictures }: DigestItem, number: number, there = 0): Finding[] =>
  findingsOf([[there < pictures.length, 'pictureGone']], { number }, id);

function itemFindings(item: DigestItem, number: number, source: SourceFacts | undefined): Finding[] {
  const { portfolioId, kind } = item;
  const { numbers, names: named, whereabouts } = peopleIn(`${item.title}\n${item.text}`);
  const names = named.map(({ text }) => text);
  const length = visibleLength(item.text);
  return findingsOf(
    [
      [!portfolioId, 'portfolio'],
      [Boolean(portfolioId) && !source?.hasLeader, 'leader'],
      [length === 0, 'emptyText'],
      [numbers.length > 0, 'personalData'],
      [names.length > 0, 'names', { names }],
      [Boolean(whereabouts), 'whereabouts'],
      [Boolean(source?.untriaged), 'sourceNotTriaged'],
      [Boolean(source?.sealed), 'sourceSealed'],
      [kind === 'CORRECTION' && !item.correctsId, 'corrects'],
      [kind === 'NORMAL' && !source?.count, 'noSource'],
      [length > LONG, 'longText', { length }],
    ],
    { number },
    item.id,
  );
}
