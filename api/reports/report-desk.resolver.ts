import { DESK_DEEDS, type DeskDeed, deskUnmet } from '@lxq/schema/reports/report-desk.ts';
import { AT_DESKS } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { Assignment } from '../desks/assignment.entity.ts';
import { takenBy } from '../desks/assignment.read.ts';
import { Marker } from '../desks/marker.entity.ts';
import * as markers from '../desks/marker.service.ts';
import { Urge } from '../desks/urge.entity.ts';
import { checkUrging, urgeOf } from '../desks/urge.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { each } from './handling/report-bulk.service.ts';
import * as desk from './handling/report-desk.service.ts';
import { Report } from './report.entity.ts';
import { RowResult } from './report.type.ts';

const { assign, mark, note, urge } = DESK_DEEDS;
const ONE_AND_MANY = 'Whoever of the own desk takes it; nothing is counted from that.';

@Resolver(() => Report)
export class ReportDeskResolver {
  @Authorized(...assign.by)
  @Mutation(() => Report, { description: ONE_AND_MANY })
  assignReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('to', () => ID, { description: 'A colleague’s post.' }) to: string,
    @Arg('version', () => Int, { description: 'Of the assignment on the screen; 0 where nobody has it.' })
    version: number,
  ) {
    return desk.assign(scope, id, to, version);
  }
  @Authorized(...assign.by)
  @Mutation(() => [RowResult], { description: ONE_AND_MANY })
  assignReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[], @Arg('to', () => ID) to: string) {
    return each(scope, ids, (id) => desk.assign(scope, id, to, null));
  }
  @Authorized(...assign.by)
  @Mutation(() => Report)
  unassignReport(
    @Ctx() scope: Scope,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int, { description: 'Of the assignment on the screen.' }) version: number,
  ) {
    return desk.unassign(scope, id, version);
  }
  @Authorized(...assign.by)
  @Mutation(() => [RowResult])
  unassignReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[]) {
    return each(scope, ids, (id) => desk.unassign(scope, id, null));
  }

  @Authorized(...note.by)
  @Mutation(() => Report, {
    description: 'A note that the own unit alone reads in its history, and nobody takes away.',
  })
  noteOnReport(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('text', () => String) text: string) {
    return desk.note(scope, id, text);
  }

  @Authorized(...mark.by)
  @Mutation(() => [RowResult], { description: 'With a marker of the own desk.' })
  async markReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[], @Arg('marker', () => ID) id: string) {
    const marker = await markers.find(scope, id);
    return each(scope, ids, (report) => desk.mark(scope, report, marker));
  }
  @Authorized(...mark.by)
  @Mutation(() => [RowResult])
  async unmarkReports(@Ctx() scope: Scope, @Arg('ids', () => [ID]) ids: string[], @Arg('marker', () => ID) id: string) {
    const marker = await markers.find(scope, id);
    return each(scope, ids, (report) => desk.unmark(scope, report, marker));
  }

  @Authorized(...urge.by)
  @Mutation(() => [RowResult], {
    description: 'The county office waits for its station’s handling, and says so once a work day.',
  })
  urgeReports(
    @Ctx() scope: Scope,
    @Arg('ids', () => [ID]) ids: string[],
    @Arg('text', () => String, { nullable: true }) text: string | null,
  ) {
    const words = checkUrging(text);
    return each(scope, ids, (id) => desk.urge(scope, id, words));
  }
  @Authorized('TOWNSHIP_CLERK')
  @Mutation(() => Report, { description: 'The station has it open: whoever urges sees that.' })
  readUrge(@Ctx() scope: Scope, @Arg('id', () => ID, { description: 'The report.' }) id: string) {
    return desk.readUrge(scope, id);
  }

  @FieldResolver(() => Assignment, { nullable: true, description: 'Who of the viewer’s own desk takes it.' })
  assignment(@Root() { id }: Report, @Ctx() scope: Scope) {
    return isAtDesk(scope) ? takenBy(scope).load(id) : null;
  }
  @FieldResolver(() => Urge, { nullable: true, description: 'The newest, to whom it concerns.' })
  urge(@Root() { id }: Report, @Ctx() scope: Scope) {
    return isAtDesk(scope) ? urgeOf(scope).load(id) : null;
  }
  @FieldResolver(() => [Marker], { description: 'Of the viewer’s own desk.' })
  async markers(@Root() { id }: Report, @Ctx() scope: Scope) {
    return isAtDesk(scope) ? ((await markers.markersOf(scope).load(id)) ?? []) : [];
  }
  @FieldResolver(() => Boolean)
  viewerCanMark(@Root() report: Report, @Ctx() scope: Scope) {
    return may('mark', report, scope);
  }
  @FieldResolver(() => Boolean)
  viewerCanAssign(@Root() report: Report, @Ctx() scope: Scope) {
    return may('assign', report, scope);
  }
  @FieldResolver(() => Boolean)
  viewerCanNote(@Root() report: Report, @Ctx() scope: Scope) {
    return may('note', report, scope);
  }
  @FieldResolver(() => Boolean, { description: 'Whether by right; not so soon after the last one.' })
  viewerCanUrge(@Root() report: Report, @Ctx() scope: Scope) {
    return may('urge', report, scope);
  }
}

const isAtDesk = ({ rights }: Scope) => AT_DESKS.includes(rights.role);
const may = (deed: DeskDeed, report: Report, scope: Scope) => deskUnmet(deed, report, scope.rights).length === 0;
