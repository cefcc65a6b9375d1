import { checkDivisions } from './divisions.check.ts';
import { type DivisionField, divisionsSheet } from './divisions.sheet.ts';
import { writeDivisions } from './divisions.write.ts';
import type { Kind } from './kind.ts';

export const divisionsKind: Kind<DivisionField> = {
  sheet: divisionsSheet,
  bringsCounty: true,
  prepare(entries, findings) {
    const divisions = checkDivisions(entries, findings);
    findings.stopIfRefused(); // the database could add nothing to these
    return (query, context) => writeDivisions(query, divisions, context);
  },
};
