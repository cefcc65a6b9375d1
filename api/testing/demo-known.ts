import type pg from 'pg';
import { encodeCursor } from '../platform/contract/graphql.ts';
import { CONTACT } from './demo-besides.ts';
import type { Known } from './queries.ts';

const ASKED = { measures: ['reports', 'households'], rows: ['TOWNSHIP', 'TOPIC'], columns: ['MONTH'] };
/** Questions that are answered, of rows and of tallies, compared and not, and one that is refused. */
const QUESTIONS = [
  { ...ASKED, filter: {} },
  {
    measures: ['reports'],
    rows: ['TOPIC_FAMILY'],
    columns: [],
    filter: { from: '2026-11-01', to: '2026-11-30' },
    compare: 'PREVIOUS',
  },
  { measures: ['no measure'], rows: [], columns: [] },
];
const TABLES: Known = {
  'table.table': QUESTIONS,
  'tableRows.table': QUESTIONS,
  'tableRows.measure': ['reports', 'households'],
  'tableRows.column': ['2026-11'],
};

/** One report of every kind, every open issue and two that are out, units at every level, and what is nowhere. */
export async function knownOf(admin: pg.Client): Promise<Known> {
  const ids = async (sql: string) => (await admin.query<{ id: string }>(sql)).rows.map(({ id }) => id);
  const nowhere = '01990000-0000-7000-8000-000000000000';
  const newest = await admin.query(
    'select id, submitted_at from report where county_code = 990101 order by submitted_at desc offset 40 limit 1',
  );
  const topics = await ids(
    `select code as id from term where county_code = 990101 and kind = 'TOPIC' and parent_code is not null limit 2`,
  );
  return {
    'instruction.id': [
      ...(await ids(
        `select distinct on (state) id from instruction where county_code = 990101 and state in ('INSTRUCTED', 'HANDLING', 'CLOSED') order by state, instructed_at`,
      )),
      ...(await ids(
        `select subject_id as id from revisit where county_code = 990101 and subject = 'INSTRUCTION' order by id limit 1`,
      )),
      ...(await ids(
        `select instruction_id as id from cases where county_code = 990101 and instruction_id is not null order by id limit 1`,
      )),
    ],
    'case.id': await ids(
      `select distinct on (state) id from cases where state in ('ASSIGNED', 'CLOSED', 'HANDLING', 'PRE_CLOSE_VISITED') order by state, opened_at`,
    ),
    'revisit.id': await ids('select distinct on (kind) id from revisit order by kind, scheduled_at'),
    'order.id': await ids(
      `select distinct on (state) id from guidance_order where state in ('DRAFT', 'ISSUED', 'INSPECTED') order by state, issuer_unit_code, id`,
    ),
    'censure.id': await ids(
      `select distinct on (state) id from censure where state in ('APPROVED', 'VERIFIED', 'REVOKED', 'WITHDRAWN') order by state, id`,
    ),
    'paperDrafts.outcome': [
      { method: 'PHONE', told: '已告知进度', opinion: '水来了', isSolved: true, rating: 'SATISFIED', reason: '' },
    ],
    'paperDrafts.decision': [
      { outcome: 'ACCEPTED', route: null, to: '', reason: '', notice: 'PAPER', isLegalAidOffered: false },
    ],
    'paperDrafts.assignment': [{}],
    'paperDrafts.reason': ['三次未联系上'],
    'theme.id': await ids('select distinct on (state) id from theme order by state desc, id limit 3'),
    'caseSponsors.unit': await ids(
      `select code::text as id from unit where county_code = 990101 and kind = 'DEPARTMENT' limit 1`,
    ),
    'proposedUnits.place': await ids('select place_code::text as id from report where county_code = 990101 limit 1'),
    'paper.id': [...(await ids('select id from paper')), 'no id'],
    'report.id': [
      ...(await ids(`select distinct on (state) id from report where county_code = 990101 order by state, id`)),
      ...(await ids(`select distinct on (line) id from report where county_code = 990101 order by line, id desc`)),
      ...(await ids(
        `select master_id as id from report where county_code = 990101 and line = 'LINE' and master_id is not null order by id limit 1`,
      )),
      ...(await ids(`select report_id as id from instruction where report_id is not null limit 1`)),
      nowhere,
      'no id',
    ],
    'digest.id': [
      ...(await ids(
        `(select id from digest where county_code = 990101 and no is null) union all (select id from digest where county_code = 990101 and no is not null order by no desc limit 2)`,
      )),
      nowhere,
    ],
    'unit.code': [
      ...(await ids(
        `select distinct on (kind) code::text as id from unit where county_code = 990101 order by kind, code`,
      )),
      '12',
    ],
    'place.code': await ids(
      `select distinct on (level) code::text as id from place where county_code = 990101 order by level, code`,
    ),
    ...TABLES,
    'tableRows.row': [
      ...(await ids(
        `select township_code::text as id from report where county_code = 990101 group by township_code order by count(*) desc limit 1`,
      )),
      ...topics,
    ],
    'candidates.text': ['梁思齐', ' '],
    'contact.subject': ['REPORT', 'MATTER'],
    'contact.id': await ids('select subject_id as id from contact'),
    contact: [CONTACT, nowhere],
    portfolio: [...(await ids('select id from portfolio where county_code = 990101 limit 2')), nowhere, 'no id'],
    topics,
    topic: [...topics, 'NOWHERE'],
    sources: await ids(`select code as id from term where county_code = 990101 and kind = 'SOURCE' limit 2`),
    under: await ids(
      `select code::text as id from unit where county_code = 990101 and kind = 'TOWNSHIP_STATION' limit 1`,
    ),
    parentCode: await ids(
      `select code::text as id from unit where county_code = 990101 and kind = 'TOWNSHIP_STATION' limit 1`,
    ),
    after: [encodeCursor([newest.rows[0].submitted_at.toISOString(), newest.rows[0].id]), 'no cursor'],
    marker: [...(await ids('select id from marker limit 1')), 'no id'],
    'secretaryCandidates.text': ['', '无此人'],
    text: ['路灯', '村', '0001'],
    year: [2026, 9_999],
    next: [2026],
    Int: [5, 21, 0],
    Boolean: [true, false],
    from: ['2020-01-01'],
    to: ['2030-01-01'],
    Date: ['2026-03-01'],
  };
}
