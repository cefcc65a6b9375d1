import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { byAUnitThatActs, OPEN_CASES, unlessConcerned } from '@lxq/schema/cases/case-states.ts';
import { isDoneBy, type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { attachmentsResolver } from '../attachments/attachment.fields.ts';
import { holdsAttachments } from '../attachments/attachment.holders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Case } from './case.entity.ts';
import { caseById } from './case.loaders.ts';
import { caseNoun } from './case.noun.ts';
import { CASE_WORDS } from './case.words.ts';

/** Evidence comes from whoever acts on it, and from the county office, as long as something is done about it; from nobody whom it is about. */
function attachUnmet(it: Case, { rights, now }: Scope): Unmet[] {
  const facts = { ...it, now };
  const concerned = unlessConcerned(facts, rights);
  const acts = isDoneBy(CASE_MACHINE.file, rights.role) ? null : byAUnitThatActs(facts, rights);
  return [
    ...(OPEN_CASES.includes(it.state) ? [] : [unmet('state', ...CASE_WORDS.doneWith)]),
    ...(acts ? [acts] : []),
    ...(concerned ? [concerned] : []),
  ];
}

holdsAttachments('CASE', {
  names: CASE_WORDS.case,
  isByAuthor: false,
  find: async (scope, id) => {
    const it = await caseById(scope).load(id);
    return (
      it && {
        ...{ id, unmet: attachUnmet(it, scope) },
        ...{ sight: caseNoun.seen(it, scope), hearers: caseNoun.hearers?.(it) },
      }
    );
  },
  // Shared: who attaches keeps nobody else from doing so.
  hold: async (scope, id) =>
    Boolean(await scope.row('select id from cases where county_code = $1 and id = $2 for share', [scope.county, id])),
});

export const CaseAttachmentsResolver = attachmentsResolver(() => Case, { unmet: attachUnmet });
