import { DESK_DEED_NAMES } from '@lxq/schema/reports/report-desk.ts';
import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { deedsOf, viewerCan } from '@lxq/schema/transitions.ts';
import { placeListing, postListing, termListing, unitListing } from '../../network/network.listing.ts';
import type { Post } from '../../network/posts/post.entity.ts';
import type { Unit } from '../../network/units/unit.entity.ts';
import type { Beside, Listing } from '../../platform/lists/listing.ts';
import { Report } from '../report.entity.ts';
import { excerptOf, isOverdue, reporterOf } from './report.fields.ts';
import { numberOf } from './report.number.ts';

/** What the guards look at. */
const guarded = { columns: ['state', 'line', 'authorId', 'unitCode', 'toldAt', 'untoldReason'] } as const;
const uses = { columns: ['state', 'line', 'digestedAt', 'setAsideAt'] } as const;
const beside = (listing: Beside['listing'], on: string, more: Partial<Beside> = {}): Beside => ({
  listing,
  on,
  ...more,
});

/** What reports show in lists, and what each of it is made of (report-fields.resolver.ts). */
export const reportListing: Listing<Report> = {
  entity: Report,
  keys: ['id', 'submittedAt', 'dueAt'],
  present: 'id',
  needs: {
    no: { columns: ['submittedAt', 'serial'], make: numberOf },
    excerpt: { columns: ['content'], make: excerptOf },
    isOverdue: { columns: ['state', 'dueAt'], make: isOverdue },
    workDaysLeft: { columns: ['state', 'dueAt'] },
    isDueProvisional: { columns: ['dueAt'] },
    reporter: {
      columns: ['authorId', 'line'],
      beside: ['post', 'unit'],
      make: (report: Report & { post?: Post; unit?: Unit }, scope) =>
        reporterOf(report, scope, report.post, report.unit),
    },
    master: { columns: ['masterId'] },
    members: {},
    attachments: { columns: [...guarded.columns, 'attachmentsPromised'] },
    viewerCanAttach: guarded,
    timeline: { columns: ['authorId', 'line'] },
    digestItems: {},
    identityOpenings: { columns: ['line'] },
    ...Object.fromEntries(deedsOf(REPORT_MACHINE).map((deed) => [viewerCan(deed), guarded])),
    viewerCanRequestIdentity: guarded,
    viewerAlert: {},
    alertedLeaders: { columns: ['topicCode', 'line'] },
    viewerCanSetAside: uses,
    ...Object.fromEntries(DESK_DEED_NAMES.map((deed) => [viewerCan(deed), guarded])),
    assignment: {},
    markers: {},
    urge: {},
    viewerCanUnsetAside: uses,
  },
  beside: {
    unit: beside(unitListing, 'o.code = r.unit_code'),
    township: beside(unitListing, 'o.code = r.township_code'),
    place: beside(placeListing, 'o.code = r.place_code'),
    topic: beside(termListing, `o.kind = 'TOPIC' and o.code = r.topic_code`),
    source: beside(termListing, `o.kind = 'SOURCE' and o.code = r.source_code`),
    post: beside(postListing, 'o.id = r.post_id', { oneByOne: true, also: ['code'] }),
  },
  counted: {
    memberCount: '(select count(*)::int from report m where m.county_code = r.county_code and m.master_id = r.id)',
  },
};
