import type { Kind } from './kind.ts';
import { checkUnits } from './units.check.ts';
import { type UnitField, unitsSheet } from './units.sheet.ts';
import { writeUnits } from './units.write.ts';

export const unitsKind: Kind<UnitField> = {
  sheet: unitsSheet,
  bringsCounty: false,
  prepare(entries, findings) {
    const lines = checkUnits(entries, findings);
    return (query, context) => writeUnits(query, lines, context);
  },
};
