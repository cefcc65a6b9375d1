import type { Kind } from './kind.ts';
import { checkPeople } from './people.check.ts';
import { type PersonField, peopleSheet } from './people.sheet.ts';
import { writePeople } from './people.write.ts';

export const peopleKind: Kind<PersonField> = {
  sheet: peopleSheet,
  bringsCounty: false,
  prepare(entries, findings) {
    const lines = checkPeople(entries, findings);
    return (query, context) => writePeople(query, lines, context);
  },
};
