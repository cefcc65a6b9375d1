import { REMINDED } from '@lxq/schema/deadlines/deadline-states.ts';
import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { forbidden, notFound } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { DEADLINE_WORDS } from '../deadline.words.ts';
import { Reminder, RungEnum } from './reminder.entity.ts';
import { remindedAs } from './reminder.read.ts';

/** Whether a reminder is for the viewer's post. */
const isFor = ({ addressee, unitCode }: Reminder, { rights }: Scope): boolean =>
  remindedAs(rights).some((as) => as.addressee === addressee && rights.unitCode <= unitCode && unitCode <= as.upTo);

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
