import { TRAY_STATES } from '@lxq/schema/reports/report-states.ts';
import { excerpt } from '@lxq/schema/texts/characters.ts';
import { selfOf } from '@lxq/schema/transitions.ts';
import type { Post } from '../../network/posts/post.entity.ts';
import type { Unit } from '../../network/units/unit.entity.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import type { Reporter, Step as Shown } from '../report.type.ts';
import type { Step } from './report.loaders.ts';

/** What is shown of a report and made of its row: by its fields' resolvers, and for whole lists at once (report.listing.ts). */
export const EXCERPT = 60;
export const excerptOf = ({ content }: Report): string => excerpt(content, EXCERPT);

export const isToDo = ({ state }: Report) => (TRAY_STATES.TODO as readonly string[]).includes(state);
export const isOverdue = (report: Report, scope: Scope): boolean => isToDo(report) && report.dueAt < scope.now;

/**
 * Who reported: off the line only the author sees the name. A code never stands beside a name, or it would tell who wrote whatever else
 * it stands on; nor on what is sealed, where one look at the name behind it would open all the others (docs/decisions/0027).
 */
export function reporterOf({ line, authorId }: Report, scope: Scope, post?: Post | null, unit?: Unit | null): Reporter {
  const isOwn = authorId === selfOf(scope.rights);
  const name = isOwn || line === 'LINE' ? post?.personName : null;
  const code = isOwn || line === 'DIRECT' ? post?.code : null;
  return { code: code ?? null, name: name ?? null, unitName: unit?.name ?? '' };
}

/** A line of its history: off the line the author's name is theirs alone. */
export function shownStep(step: Step, report: Report, scope: Scope): Shown {
  const hidden = report.line !== 'LINE' && report.authorId !== selfOf(scope.rights);
  const shown = (id: string | null, name: string | null) => (hidden && id === report.authorId ? null : name);
  return {
    ...step,
    actorName: shown(step.actorId, step.actorName),
    actorUnitCode: hidden && step.actorId === report.authorId ? null : step.actorUnitCode,
    actedByName: shown(step.actedById, step.actedByName),
  };
}
