import { REVISIT_MACHINE } from '@lxq/schema/revisits/revisit-states.ts';
import { type Unmet, unmetOf } from '@lxq/schema/transitions.ts';
import { attachmentsResolver } from '../attachments/attachment.fields.ts';
import { holdsAttachments } from '../attachments/attachment.holders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Revisit } from './revisit.entity.ts';
import { revisitNoun } from './revisit.noun.ts';
import { revisitById } from './revisit.read.ts';
import { REVISIT_WORDS } from './revisit.words.ts';

/** Whoever may say what the villager said may show it. */
const attachUnmet = (revisit: Revisit, { rights }: Scope): Unmet[] =>
  unmetOf(REVISIT_MACHINE, 'complete', revisit, rights);

holdsAttachments('REVISIT', {
  names: REVISIT_WORDS.revisit,
  isByAuthor: false,
  find: async (scope, id) => {
    const it = await revisitById(scope).load(id);
    return (
      it && {
        ...{ id, unmet: attachUnmet(it, scope) },
        ...{ sight: revisitNoun.seen(it, scope), hearers: revisitNoun.hearers?.(it) },
      }
    );
  },
  hold: async (scope, id) =>
    Boolean(await scope.row('select id from revisit where county_code = $1 and id = $2 for share', [scope.county, id])),
});

export const RevisitAttachmentsResolver = attachmentsResolver(() => Revisit, { unmet: attachUnmet });
