import { officeOf } from '@lxq/schema/places.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { notFound, refused } from '../../platform/contract/errors.ts';
import type { Words } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import { tell } from '../../platform/live/event.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import type { Secretary } from './secretary.entity.ts';
import { candidate, holding } from './secretary.read.ts';
import { SECRETARY_WORDS } from './secretary.words.ts';

/** The leader lets somebody of the office acknowledge their alerts: one at a time, until they end it or either post ends. */
export async function name(scope: Scope, postId: string): Promise<Secretary> {
  inPerson(scope);
  const post = isUuid(postId) ? await candidate(scope, postId) : undefined;
  if (!post) throw notFound(...SECRETARY_WORDS.post);
  await refuseTaken(scope);
  // What has ended by itself leaves its place to the next.
  await scope.rows(
    'update secretary set ended_at = $3 where county_code = $1 and leader_id = $2 and ended_at is null and not app.secretary_holds(county_code, id)',
    [scope.county, scope.rights.personId, scope.now],
  );
  const { personId: leaderId, personName: leaderName, postId: leaderPostId } = scope.rights;
  const { personId, personName } = post;
  const secretary = {
    ...{ countyCode: scope.county, id: newId(), leaderId, leaderName, leaderPostId },
    ...{ personId, personName, postId: post.id, namedAt: scope.now },
  };
  await scope
    .attempt(() => scope.insert('secretary', secretary))
    .catch(async (error) => {
      if ((error as { constraint?: string }).constraint === 'secretary_one') await refuseTaken(scope); // the other of two was first
      throw error;
    });
  return done(scope, secretary.id, 'nameSecretary', 'SECRETARY_NAMED');
}

/** At once. Ended already, it stays as it was. */
export async function end(scope: Scope, id: string): Promise<Secretary> {
  const found = isUuid(id) ? await byId(scope, id) : undefined;
  if (found?.leaderId !== scope.rights.personId) throw notFound(...SECRETARY_WORDS.secretary);
  inPerson(scope);
  const ended = await scope.row<Secretary>(
    'update secretary set ended_at = $3 where county_code = $1 and id = $2 and ended_at is null returning *',
    [scope.county, id, scope.now],
  );
  return ended ? done(scope, id, 'endSecretary', 'SECRETARY_ENDED') : ((await byId(scope, id)) as Secretary);
}

const byId = (scope: Scope, id: string) =>
  scope.row<Secretary>('select * from secretary where county_code = $1 and id = $2', [scope.county, id]);

const because = (guard: string, [zh, en]: Words) => refused([unmet(guard, zh, en)]);
/** Whoever stands in for the leader passes nothing on. */
function inPerson({ rights }: Scope): void {
  if (rights.actedById) throw because('inPerson', SECRETARY_WORDS.inPerson);
}
async function refuseTaken(scope: Scope): Promise<void> {
  const [held] = await holding(scope);
  if (held) throw because('taken', SECRETARY_WORDS.taken(held.personName));
}

async function done(
  scope: Scope,
  id: string,
  deed: 'nameSecretary' | 'endSecretary',
  kind: 'SECRETARY_NAMED' | 'SECRETARY_ENDED',
): Promise<Secretary> {
  const secretary = (await byId(scope, id)) as Secretary;
  const subject = {
    ...{ subject: 'SECRETARY', subjectId: id, unitCode: officeOf(scope.county), ears: 'LEADERS' as const },
  };
  await record(scope, subject, { deed, note: secretary.personName, detail: secretary });
  await tell(scope, kind, subject);
  return secretary;
}
