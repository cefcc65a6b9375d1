import { addDays, type Calendar, dayOf, type NamedCalendar } from '@lxq/schema/calendar.ts';
import { publishedDays } from '../calendar.ts';
import { termRows } from '../terms.ts';
import { caseAudit, caseDeadlineRows, caseResultRows, caseRows, handRows, partRows, visitRows } from './case-rows.ts';
import { type Standing, standingOf } from './case-standing.ts';
import { makeCases } from './cases.ts';
import { chargeRows } from './charges.ts';
import type { CountyPlan } from './counties.ts';
import { deadlineRows, reminderRows } from './deadline-rows.ts';
import type { Desk } from './desk.ts';
import { openDossiers } from './desk.ts';
import { digestRows, itemReportRows, itemRows, officeName, receiptRows, versionRows } from './digest-rows.ts';
import type { Dossier } from './dossier.ts';
import { makeDrafts } from './drafts.ts';
import { makeGuidance } from './guidance.ts';
import { instructionRows, participationRows, resultRows } from './instruction-rows.ts';
import { makeInstructions } from './instructions.ts';
import { makeIssues } from './issues.ts';
import { makeNetwork, type Network } from './network.ts';
import { digestAudit, instructionAudit } from './office-audit.ts';
import { settle } from './outcome.ts';
import { personRows, postRows } from './people.ts';
import { makePlaces, type Places, placeRows } from './places.ts';
import { PORTFOLIO_TOPICS, PORTFOLIOS } from './portfolios.ts';
import { randomFrom, uuidAt } from './random.ts';
import { alertRows, auditRows, reportRows, searchRows } from './report-rows.ts';
import type { Row } from './rows.ts';
import { schedule } from './schedule.ts';
import { makeSpan } from './span.ts';
import { postAudit, standInRows } from './stand-ins.ts';
import { staffUnits } from './unit-staff.ts';
import { areaRows, upperUnitRows, villageUnitRows } from './units.ts';
import { verifying } from './verify-rows.ts';

/** The last numbers given in this database, over all counties. */
export interface Serials {
  report: number;
  instruction: number;
  case: number;
}

export interface CountyTables {
  network: Network;
  places: Places;
  /** In the order in which foreign keys allow them. */
  tables: [table: string, rows: readonly Row[]][];
  /** How far its cases are, which their table is told after all others. */
  cases: { countyCode: number; standing: readonly Standing[]; parts: readonly Row[] };
}

/** Everything of one demo county as rows. */
export function makeCounty(plan: CountyPlan, now: Date, calendar: Calendar, serials: Serials): CountyTables {
  const random = (of: string) => randomFrom(`${plan.countyCode} ${of}`);
  const span = makeSpan(plan, now, calendar, random('span'));
  const places = makePlaces(plan, random('places'));
  const network = makeNetwork(plan, places, span.days[0] as string);
  staffUnits(places, network);
  const told = schedule(makeDrafts(plan, places, network), span, +now, random('schedule'));
  const desk: Desk = { network, calendar, now: +now, random: random('desk') };
  const dossiers = openDossiers(told, serials.report + 1, desk);
  const issues = makeIssues(plan, places, span, dossiers, desk);
  const issuedAt = new Map(
    issues.flatMap((issue) =>
      issue.items.flatMap((item) => item.dossiers.map((dossier) => [dossier, issue.issuedAt] as const)),
    ),
  );
  for (const dossier of dossiers)
    if (issuedAt.get(dossier) !== null) settle(dossier, issuedAt.get(dossier) ?? null, desk);
  const instructions = makeInstructions(plan, places, issues, desk);
  const free = dossiers.filter((dossier) => issuedAt.get(dossier) !== null);
  const files = makeCases(plan, places, { dossiers: free, instructions }, desk);

  const { countyCode } = plan;
  const placed = placeRows(plan, places);
  const fullNames = new Map(placed.map(({ code, full_name }) => [code as number, full_name as string]));
  const ids = random('ids');
  const portfolioIds = PORTFOLIOS.map(() => uuidAt(ids, Date.parse(span.days[0] as string)));
  const members = Map.groupBy(
    dossiers.filter(({ master }) => master),
    ({ master }) => master as Dossier,
  );
  const followed = new Set(instructions.map(({ issue }) => issue));
  const standInIds = random('stand-ins');
  const telling = {
    ...{ countyCode, ids: () => uuidAt(standInIds, +now) },
    day: (n: number) => addDays(dayOf(now), n),
  };
  const guidance = makeGuidance(plan, places, free, { ...desk, random: random('guidance') });
  const receipts = receiptRows(plan, issues, desk);
  const verified = verifying(plan, instructions, random('verifying'));
  const clocks = { calendar: namedCalendar(calendar), random: random('deadlines') };
  const owed = deadlineRows(plan, instructions, clocks);
  const caseOwed = caseDeadlineRows(plan, files, { ...clocks, random: random('case deadlines') });
  return {
    network,
    places,
    tables: [
      [
        'county',
        [{ county_code: countyCode, name: plan.name, office_name: officeName(plan), digest_cycle: 'TEN_DAYS' }],
      ],
      ['place', placed],
      ['person', personRows(countyCode, network.roster.people)],
      ['unit', upperUnitRows(plan, places)],
      ['area', areaRows(plan, network)],
      ['unit', villageUnitRows(plan, network)],
      ['post', postRows(countyCode, network.roster.posts)],
      ['stand_in', standInRows(network, telling)],
      ['term', termRows(countyCode)],
      ['portfolio', portfolioRows(plan, network, portfolioIds)],
      [
        'portfolio_topic',
        PORTFOLIO_TOPICS.map(({ topic, at }) => ({
          county_code: countyCode,
          topic_code: topic,
          portfolio_id: portfolioIds[at],
        })),
      ],
      ['charge', chargeRows(plan, places, { random: random('charges'), at: +now })],
      ['report', reportRows(countyCode, dossiers, ids)],
      ['report_search', searchRows(countyCode, dossiers, fullNames)],
      ['alert', alertRows(countyCode, dossiers, desk)],
      ['digest', digestRows(plan, issues, { followed, members, desk })],
      ['digest_item', itemRows(plan, issues, portfolioIds)],
      ['digest_item_report', itemReportRows(plan, issues)],
      ['digest_version', versionRows(plan, issues, +now, ids)],
      ['digest_receipt', receipts],
      ['instruction', instructionRows(plan, instructions, serials.instruction + 1)],
      ['participation', participationRows(plan, instructions, serials.instruction + 1)],
      ['deadline', owed],
      ['result_report', resultRows(plan, instructions, random('results'))],
      [
        'audit',
        [
          ...auditRows(countyCode, dossiers, ids),
          ...digestAudit(plan, issues, receipts, desk),
          ...instructionAudit(plan, instructions, desk),
        ],
      ],
      // They say more than others of who it was.
      ['audit', postAudit(network, telling)],
      ['audit', [...caseAudit(plan, files, random('case audit')), ...verified.audit, ...guidance.audit]],
      ...guidance.tables,
      ['cases', caseRows(plan, files, serials.case + 1)],
      ['result_report', caseResultRows(plan, files)],
      ['revisit', [...visitRows(plan, files), ...verified.revisits]],
      ['signature', handRows(plan, files)],
      ['deadline', caseOwed],
      ['reminder', reminderRows([...owed, ...caseOwed], +now)],
    ],
    cases: { countyCode, standing: files.map(standingOf), parts: partRows(plan, files) },
  };
}

const namedCalendar = (days: Calendar): NamedCalendar => ({
  days,
  names: new Map(publishedDays().map(({ day, name }) => [day, name])),
  version: '',
});

function portfolioRows(plan: CountyPlan, { office }: Network, ids: readonly string[]): Row[] {
  return PORTFOLIOS.map(({ name, leader }, position) => ({
    county_code: plan.countyCode,
    id: ids[position],
    name,
    leader_id: office.leaders[leader]?.post.person.id,
    leader_name: office.leaders[leader]?.post.person.name,
    position,
  }));
}
