import { ADDRESSEES, type Addressee } from '@lxq/schema/deadlines/deadline-ladder.ts';
import { ANSWERING, HANDLERS } from '@lxq/schema/deadlines/deadline-states.ts';
import { officeOf, townshipOf } from '@lxq/schema/places.ts';
import { DIGEST_READERS, LEVEL_OF, type Role } from '@lxq/schema/roles.ts';
import type { Rights } from '../../platform/scope/rights.ts';
import type { Deadline } from '../deadline.entity.ts';
import type { Reminder } from './reminder.entity.ts';

const OFFICE: readonly Role[] = ['COUNTY_CLERK', 'COUNTY_DIRECTOR'];

interface RemindedAs {
  addressee: Addressee;
  /** Of the own unit, and of those below it up to this code. */
  upTo: number;
}

/** As whom a post is reminded: who answers for a station also of what its village rooms owe, the county office of what anybody does. */
export function remindedAs({ countyCode, unitCode, role, capacity }: Rights): RemindedAs[] {
  const office = officeOf(countyCode);
  const isStation = unitCode === townshipOf(unitCode) && unitCode !== office;
  const answersUpTo = isStation ? unitCode + 999_999 : unitCode;
  const upTo: Record<Addressee, number | false> = {
    HANDLER: HANDLERS.includes(role) && unitCode,
    OFFICE_HEAD: ANSWERING.includes(role) && capacity !== 'IN_CHARGE' && answersUpTo,
    LEADER: (role === 'LEADER' || (role === 'TOWNSHIP_LEADER' && capacity !== 'OFFICE_HEAD')) && answersUpTo,
    COUNTY_OFFICE: unitCode === office && OFFICE.includes(role) && office + 999_999_999,
  };
  return ADDRESSEES.flatMap((addressee) => {
    const last = upTo[addressee];
    return last === false ? [] : [{ addressee, upTo: last }];
  });
}

/** Those that a deadline has made, as it carries them, for whoever may see their rows: of its own unit and those below it, in the county whoever reads its issues. */
export function remindersOf({ id, countyCode, unitCode, reminded }: Deadline, rights: Rights): Reminder[] {
  return mayRead(rights, unitCode)
    ? (reminded ?? []).map(({ sentAt, readAt, ...told }) => ({
        ...{ ...(told as Pick<Reminder, 'rung' | 'addressee'>), countyCode, deadlineId: id, unitCode },
        ...{ sentAt: new Date(sentAt), readAt: readAt === null ? null : new Date(readAt) },
      }))
    : [];
}
function mayRead({ role, unitCode: own }: Rights, unitCode: number): boolean {
  const level = LEVEL_OF[role];
  if (level === 'COUNTY') return (DIGEST_READERS as readonly Role[]).includes(role);
  return own === (level === 'TOWNSHIP' ? townshipOf(unitCode) : unitCode);
}
