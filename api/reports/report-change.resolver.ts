import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { Change } from '../platform/live/change.type.ts';
import type { Frame } from '../platform/live/frames.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById } from './lists/report.loaders.ts';
import { Report } from './report.entity.ts';

/** Of reports, what listeners get with a change. */
@Resolver(() => Change)
export class ReportChangeResolver {
  @FieldResolver(() => ID, { nullable: true })
  reportId(@Root() { about }: Change) {
    return about.REPORT ?? null;
  }
  @FieldResolver(() => Report, {
    nullable: true,
    description: 'As the listener may see it now; null when gone from their sight.',
  })
  report(@Root() { about }: Change, @Ctx() scope: Scope) {
    return about.REPORT ? reportById(scope).load(about.REPORT) : null;
  }
}

export const reportFrame: Frame = {
  field: 'report',
  impersonal: new Set([
    ...['__typename', 'id', 'no', 'state', 'version', 'line', 'channel', 'urgency'],
    ...['households', 'people', 'memberCount', 'content', 'excerpt', 'returnReason', 'answer'],
    ...['occurredAt', 'submittedAt', 'answeredAt', 'toldAt', 'untoldReason', 'urgentAt', 'urgentDueAt'],
    ...['dueAt', 'isOverdue', 'workDaysLeft', 'isDueProvisional', 'attachmentsPromised', 'attachmentsArrived'],
  ]),
  /** The reports of those events and the calendar of their deadlines. */
  foresee: async (scope, events) => {
    const reports = scope.rows<Report>(
      `select r.*, (select count(*)::int from report m where m.county_code = r.county_code and m.master_id = r.id) as member_count
       from report r where r.county_code = $1 and r.id = any(array(${events.concerned('REPORT')}))`,
      events.values,
    );
    const [rows] = await Promise.all([reports, calendarOf(scope)]);
    for (const report of rows) reportById(scope).prime(report.id, report);
  },
};
