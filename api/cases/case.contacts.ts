import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { unlessConcerned } from '@lxq/schema/cases/case-states.ts';
import { REVISITS_OPEN } from '@lxq/schema/revisits/revisit-states.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { NIL } from 'uuid';
import { holdsContacts } from '../contacts/contact.holders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import type { Case } from './case.entity.ts';
import { caseById } from './case.loaders.ts';
import { CASE_WORDS } from './case.words.ts';

/** Nothing more is done about it; as app.contact_closed_at has it. */
const DONE: readonly string[] = ['TERMINATED', 'ARCHIVED', 'NOT_ACCEPTED', 'REDIRECTED', 'TRANSFERRED'];

/** Whoever received the petitioner, and the county office, which sees the case through: nobody else handles how they are reached, and nobody whom it is about. */
function atDesk(it: Case, { rights }: Scope): Unmet[] {
  const isTheirs =
    it.receiverUnitCode === rights.unitCode || (CASE_MACHINE.file.by as readonly string[]).includes(rights.role);
  const concerned = unlessConcerned({ ...it, now: new Date() }, rights);
  return [
    ...(isTheirs
      ? []
      : [unmet('unit', '由接收单位或县群工办联系', 'Whoever received it or the county office does this')]),
    ...(concerned ? [concerned] : []),
  ];
}

/** Their unit has a revisit to make. */
async function isRinging(scope: Scope, id: string): Promise<boolean> {
  const revisits = await revisitsOf(scope).load(id);
  return Boolean(
    revisits?.some(({ unitCode, state }) => unitCode === scope.rights.unitCode && REVISITS_OPEN.includes(state)),
  );
}

holdsContacts('CASE', {
  names: CASE_WORDS.case,
  find: async (scope, id) => {
    const it = await caseById(scope).load(id);
    return (
      it && {
        // Nobody's: whoever opened it did so at a desk, and acts on it there. It is no report of theirs.
        ...{ id, unitCode: it.receiverUnitCode, authorId: NIL, line: 'LINE' as const },
        ...{ isClosed: DONE.includes(it.state), atDesk: atDesk(it, scope), isRinging: await isRinging(scope, id) },
      }
    );
  },
  hold: async (scope, id) => {
    const text = 'select 1 as one from cases where county_code = $1 and id = $2 for share';
    return (await scope.row(text, [scope.county, id])) ? 'LINE' : undefined;
  },
});
