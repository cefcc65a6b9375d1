import { dayOf } from '@lxq/schema/calendar.ts';
import { MERGE_DAYS } from '@lxq/schema/limits.ts';
import { likeness } from '@lxq/schema/reports/likeness.ts';
import { Audit } from '../../platform/deeds/audit.entity.ts';
import { byKey, manyBy } from '../../platform/lists/loaders.ts';
import { manyOf } from '../../platform/lists/many.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';

export const reportById = byKey<Report, string>('report', 'report', 'id', 'uuid', 'id');

export const membersOf = manyBy<Report & { masterId: string }>(
  'members',
  'select * from report where county_code = $1 and master_id = any($2::uuid[]) order by submitted_at, id',
  'masterId',
);

export interface Step {
  id: string;
  at: Date;
  deed: string;
  fromState: string | null;
  toState: string | null;
  actorRole: string;
  actorCapacity: string | null;
  actorUnitCode: number | null;
  actorId: string;
  actorName: string;
  actedById: string | null;
  actedByName: string | null;
  note: string | null;
  subjectId: string;
  line: Report['line'];
  detail: unknown;
}
const attached = ['deed', 'detail'];
export const stepsOf = manyOf<Step>(Audit, {
  ...{ owner: 'subject_id', order: 'o.at, o.id' },
  needs: { attachmentKinds: attached, attachmentIds: attached },
});

interface Alerted {
  id: string;
  name: string;
  portfolio: string | null;
}

/** Whom an urgent report of a topic alerts, with names that a township clerk may read nowhere else. */
export const leadersInChargeOf = (scope: Scope) =>
  scope.loader<string, Alerted[]>('leadersInCharge', async (topics) => {
    const rows = await scope.rows<Alerted & { topic: string }>(
      `select t.topic, l.* from unnest($1::text[]) with ordinality t (topic, n), lateral app.leaders_named(t.topic) with ordinality l (id, name, portfolio, at)
       order by t.n, l.at`,
      [topics],
    );
    const found = Map.groupBy(rows, ({ topic }) => topic);
    return topics.map((topic) => found.get(topic) ?? []);
  });

/** Whom an urgent accusation calls. */
export const disciplineClerks = (scope: Scope) =>
  scope.loader<number, Alerted[]>('discipline clerks', async (counties) => {
    const rows = await scope.rows<{ id: string; name: string; portfolio: null }>(
      `select distinct person_id as id, person_name as name, null as portfolio from post where county_code = $1 and role = 'DISCIPLINE_CLERK'
         and valid_from <= app.today() and coalesce(valid_to, 'infinity') >= app.today() order by 2`,
      [scope.county],
    );
    return counties.map(() => rows);
  });

export interface Duplicate {
  report: Report;
  likeness: number;
  samePlace: boolean;
  sameTopic: boolean;
  daysApart: number;
}
/** Below this, two reports of one village and topic are still different matters. */
const LEAST_LIKENESS = 0.16;
const MOST_SHOWN = 8;
export const MOST_COMPARED = 300;

/** Reports of the same village or topic within the merging period, compared by text; the likeliest first. */
export const duplicatesOf = (scope: Scope) =>
  scope.loader<Report, Duplicate[]>('duplicates', async (reports) => {
    const rows = await scope.rows<Report & { forId: string }>(
      `select wanted.id as for_id, other.* from report wanted cross join lateral (
         select r.* from report r
         where r.county_code = $1 and r.township_code = wanted.township_code and r.id <> wanted.id and r.line = wanted.line
           and r.state not in ('WITHDRAWN', 'MERGED', 'ARCHIVED')
           and (r.village_code = wanted.village_code or r.topic_code = wanted.topic_code)
           and r.submitted_at between wanted.submitted_at - $3::interval and wanted.submitted_at + $3::interval
         order by r.submitted_at desc, r.id desc limit ${MOST_COMPARED}) other
       where wanted.county_code = $1 and wanted.id = any($2::uuid[])`,
      [scope.county, reports.map((report) => report.id), `${MERGE_DAYS} days`],
    );
    const grouped = Map.groupBy(rows, (row) => row.forId);
    return reports.map((report) => compare(report, grouped.get(report.id) ?? []));
  });

function compare(report: Report, others: Report[]): Duplicate[] {
  return others
    .map((other) => ({
      report: other,
      likeness: likeness(report.content, other.content),
      samePlace: other.placeCode === report.placeCode,
      sameTopic: other.topicCode === report.topicCode,
      daysApart: Math.abs(
        Math.round((Date.parse(dayOf(other.occurredAt)) - Date.parse(dayOf(report.occurredAt))) / 86_400_000),
      ),
    }))
    .filter((one) => one.likeness >= LEAST_LIKENESS)
    .sort((a, b) => Number(b.samePlace) + b.likeness - (Number(a.samePlace) + a.likeness))
    .slice(0, MOST_SHOWN);
}
