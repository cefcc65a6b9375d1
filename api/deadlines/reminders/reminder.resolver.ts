import type { Addressee } from '@lxq/schema/deadlines/deadline-ladder.ts';
import { ANSWERING, answersAt, HANDLERS } from '@lxq/schema/deadlines/deadline-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import type { Role } from '@lxq/schema/roles.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { forbidden, notFound } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { DEADLINE_WORDS } from '../deadline.words.ts';
import { Reminder, RungEnum } from './reminder.entity.ts';

/** Whoever may be reminded. */
const REMINDED: readonly Role[] = [...HANDLERS, ...ANSWERING, 'LEADER'];

/** Whether a reminder is for the viewer's post. */
function isFor({ addressee, unitCode, countyCode }: Reminder, { rights }: Scope): boolean {
  const office = officeOf(countyCode);
  if (addressee === 'COUNTY_OFFICE') return rights.unitCode === office && isOffice(rights.role);
  if (!answersAt(rights.unitCode, unitCode)) return false;
  const theirs: Record<Exclude<Addressee, 'COUNTY_OFFICE'>, boolean> = {
    HANDLER: HANDLERS.includes(rights.role) && rights.unitCode === unitCode,
    OFFICE_HEAD: ANSWERING.includes(rights.role) && rights.capacity !== 'IN_CHARGE',
    LEADER: rights.role === 'LEADER' || (rights.role === 'TOWNSHIP_LEADER' && rights.capacity !== 'OFFICE_HEAD'),
  };
  return theirs[addressee];
}
const isOffice = (role: Role) => role === 'COUNTY_CLERK' || role === 'COUNTY_DIRECTOR';

@Resolver(() => Reminder)
export class ReminderResolver {
  @Authorized(...REMINDED)
  @Mutation(() => Reminder, { description: 'The first reading counts; again it changes nothing.' })
  async markReminderRead(
    @Ctx() scope: Scope,
    @Arg('deadline', () => ID) deadline: string,
    @Arg('rung', () => RungEnum) rung: Reminder['rung'],
  ) {
    const key = [scope.county, deadline, rung];
    const text = 'select * from reminder where county_code = $1 and deadline_id = $2 and rung = $3';
    const reminder = isUuid(deadline) ? await scope.row<Reminder>(text, key) : undefined;
    if (!reminder) throw notFound(...DEADLINE_WORDS.reminder);
    if (!isFor(reminder, scope)) throw forbidden();
    const read = await scope.row<Reminder>(
      'update reminder set read_at = $4 where county_code = $1 and deadline_id = $2 and rung = $3 and read_at is null returning *',
      [...key, scope.now],
    );
    scope.refresh();
    return read ?? reminder;
  }

  @FieldResolver(() => Boolean, { description: 'It is for the viewer’s post.' })
  isForViewer(@Root() reminder: Reminder, @Ctx() scope: Scope) {
    return isFor(reminder, scope);
  }
}
