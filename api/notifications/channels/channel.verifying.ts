import { CHANNEL_LIMITS, type Verification } from '@lxq/schema/notifications/channels.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { badInput, forbidden, notFound } from '../../platform/contract/errors.ts';
import { isOnlyField } from '../../platform/lists/selection.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { NOTIFICATION_WORDS as WORDS } from '../notification.words.ts';
import { hashOf, typedCode } from './channel.code.ts';
import type { Channel } from './channel.entity.ts';

const { minutes, tries, apartSeconds } = CHANNEL_LIMITS.code;

/** Has a code sent to a mailbox that was just added; false where the person had one sent a moment ago, to whichever mailbox. */
export async function askCode(scope: Scope, id: string): Promise<boolean> {
  const asked = await scope.row<{ ok: boolean }>('select app.ask_code($1, $2::interval) as ok', [
    id,
    `${apartSeconds} seconds`,
  ]);
  return asked?.ok ?? false;
}

/** … another one, where none was typed yet. */
export async function askCodeAgain(scope: Scope, id: string): Promise<Channel> {
  const { kind, verifiedAt, endedAt } = await ownMailbox(scope, id);
  if (kind !== 'EMAIL' || verifiedAt || endedAt) throw notFound(...WORDS.channel);
  if (!(await askCode(scope, id))) throw badInput('id', ...WORDS.codeSoon);
  return ownMailbox(scope, id);
}

export interface Verified {
  became: Verification;
  channel: Channel;
}
interface Typed {
  id: string;
  code: string;
  info: GraphQLResolveInfo;
}
/**
 * What was typed. A wrong code is an answer and no error: what it counts has to stay. So it is all that a request asks for, because what fails beside it would take back the try, and tell by
 * failing what became of it. What is no code counts nothing.
 */
export async function verify(scope: Scope, { id, code: typed, info }: Typed): Promise<Verified> {
  if (!isOnlyField(info)) throw badInput('code', ...WORDS.codeAlone);
  const found = await ownMailbox(scope, id);
  if (isVerified(found)) return { became: 'VERIFIED', channel: found };
  const code = typedCode(typed);
  if (code === null) return { became: 'WRONG', channel: found };
  const hash = hashOf({ countyCode: scope.county, id }, code);
  const tried = await scope.row<{ became: Verification | null }>(
    'select app.try_code($1, $2, $3::interval, $4) as became',
    [id, hash, `${minutes} minutes`, tries],
  );
  const channel = await ownMailbox(scope, id);
  const became = isVerified(channel) ? 'VERIFIED' : tried?.became;
  if (!became) throw notFound(...WORDS.channel);
  return { became, channel };
}
/** Said again, or on another device meanwhile, it stays so. */
const isVerified = ({ kind, verifiedAt, endedAt }: Channel) => kind === 'EMAIL' && Boolean(verifiedAt) && !endedAt;

/** The viewer's own, in person. */
async function ownMailbox(scope: Scope, id: string): Promise<Channel> {
  if (scope.rights.actedById) throw forbidden();
  const found = isUuid(id)
    ? await scope.row<Channel>(
        'select * from notification_channel where county_code = $1 and id = $2 and person_id = $3',
        [scope.county, id, scope.rights.personId],
      )
    : undefined;
  if (!found) throw notFound(...WORDS.channel);
  return found;
}
