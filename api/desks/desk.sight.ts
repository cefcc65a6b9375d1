import type { Sight } from '../platform/deeds/subject.ts';
import { type Scope, scopeLevelOf } from '../platform/scope/scope.ts';

/** Of what a desk says to itself: its own unit alone reads and hears it, and never an author. */
export function ownDesk({ rights: { role, unitCode } }: Scope): Sight {
  const level = scopeLevelOf(role);
  if (level === 'DISCIPLINE') return { unitCode, line: 'SEALED' };
  return { unitCode, ears: level === 'COUNTY' ? 'OFFICE' : 'UNIT' };
}

/** Rows of one desk: a station's, the county office's, or of what is sealed the discipline desk's, which sits at the same unit. */
const ofDesk = {
  county: `unit_code = app.unit() and case line when 'SEALED' then app.sealed() else app.office() end`,
  township: `unit_code = app.unit() and line <> 'SEALED'`,
};
/** A desk keeps its own rows. */
export const keptByDesk = ({ add, ...more }: { add?: string; change?: true; remove?: true }) => {
  const deeds = (own: string) => ({
    see: own,
    add: add ? `${own} and ${add}` : own,
    ...(more.change && { change: own }),
    ...(more.remove && { remove: own }),
  });
  return { county: deeds(ofDesk.county), township: deeds(ofDesk.township) };
};
/** On which line a desk's row stands. */
export const deskLine = (scope: Scope): 'LINE' | 'SEALED' =>
  scopeLevelOf(scope.rights.role) === 'DISCIPLINE' ? 'SEALED' : 'LINE';
