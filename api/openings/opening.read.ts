import { PENDING } from '@lxq/schema/openings/opening-states.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { oneOf } from '../platform/tables/words.ts';
import type { IdentityOpening } from './opening.entity.ts';

const MOST = 50;
const LIVE = `and ${oneOf('state', PENDING)} and expires_at > $2`;

/** The desk's requests that the viewer may see, newest first. */
export const list = (scope: Scope, liveOnly: boolean) =>
  scope.rows<IdentityOpening>(
    `select * from identity_opening where county_code = $1 ${liveOnly ? LIVE : ''} order by requested_at desc, id desc limit ${MOST}`,
    liveOnly ? [scope.county, scope.now] : [scope.county],
  );
