import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/calendar.read.ts';
import { Change } from '../platform/live/change.type.ts';
import type { Frame } from '../platform/live/frames.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById } from './lists/report.loaders.ts';
import { Report } from './report.entity.ts';

/** Of reports, what listeners get with a change. */
@Resolver(() => Change)
export class ReportChangeResolver {
  @FieldResolver(() => Report, {
    nullable: true,
    description: 'As the listener may see it now; null when gone from their sight.',
  })
  report(@Root() change: Change, @Ctx() scope: Scope) {
    return change.reportId ? reportById(scope).load(change.reportId) : null;
  }
}

/** The reports of those events and the calendar of their deadlines. */
export const reportFrame: Frame = {
  foresee: async (scope, events) => {
    const reports = scope.rows<Report>(
      `select r.*, (select count(*)::int from report m where m.county_code = r.county_code and m.master_id = r.id) as member_count
       from report r where r.county_code = $1 and r.id = any(array(${events.column('report_id')}))`,
      events.values,
    );
    const [rows] = await Promise.all([reports, calendarOf(scope)]);
    for (const report of rows) reportById(scope).prime(report.id, report);
  },
};
