import { DUTIES, LINK_OF } from '@lxq/schema/duties/duties.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { withCalendar } from '../deadlines/deadline.loaders.ts';
import type { Beside, Listing } from '../platform/lists/listing.ts';
import { Participation } from '../platform/participation/participation.entity.ts';
import { cut, MATTERS, type Matter } from './duty.naming.ts';
import type { OwedOf } from './duty.type.ts';

const SUBJECTS = Object.keys(MATTERS) as Matter[];

/** What a deadline is of, or what is revisited where it is of a revisit. */
const owing = (subject: Matter): [string, Beside] => {
  const { entity, at, title } = MATTERS[subject];
  const owed = `case r.subject when '${subject}' then r.subject_id when 'REVISIT' then (r.about ->> '${subject}')::uuid end`;
  return [
    subject,
    { listing: { entity, present: 'id' }, together: { key: 'id', by: owed }, also: [at, 'serial', title] },
  ];
};
/** Of these a unit's own participation says how they are called (app.name_participation). */
const PARTAKEN: readonly Matter[] = ['INSTRUCTION', 'CASE'];
const MATTER = `case r.subject when 'REVISIT' then coalesce((r.about ->> 'INSTRUCTION')::uuid, (r.about ->> 'CASE')::uuid) else r.subject_id end`;
const TAKING_PART: Beside = {
  listing: { entity: Participation, present: 'subjectId' },
  together: { key: 'subject_id', by: MATTER },
  also: ['subject', 'at', 'serial', 'title'],
};

const dutiesWith = (beside: Record<string, Beside>): Listing<Deadline> => ({
  entity: Deadline,
  keys: ['dueAt', 'id'],
  present: 'id',
  goesWith: withCalendar,
  needs: {
    reminders: { columns: ['id', 'unitCode', 'reminded'] },
    owedOf: { columns: ['rule', 'subject', 'subjectId', 'about'], beside: Object.keys(beside), make: owedOf },
  },
  beside,
});
/** The county's levels read every matter that they are owed, units those outside their line by their part in them. */
export const countyDuties = dutiesWith(Object.fromEntries(SUBJECTS.map(owing)));
export const unitDuties = dutiesWith({
  ...Object.fromEntries(SUBJECTS.filter((subject) => !PARTAKEN.includes(subject)).map(owing)),
  part: TAKING_PART,
});

type Owed = Deadline & { part?: Participation | null } & Partial<Record<Matter, Record<string, unknown> | null>>;
/** Null where nobody is called to it, or where the viewer does not see what it is of. */
function owedOf(deadline: Owed): OwedOf | null {
  const of = DUTIES[deadline.rule]?.of;
  const called = of && calledOf(deadline);
  return called ? { ...called, link: LINK_OF[of](deadline.subjectId) } : null;
}
function calledOf({ part, ...deadline }: Owed): Pick<OwedOf, 'no' | 'title'> | null {
  if (part)
    return { no: MATTERS[part.subject as Matter].no(part.at, Number(part.serial)), title: cut(part.title ?? '') };
  const subject = SUBJECTS.find((each) => deadline[each]);
  const row = subject && deadline[subject];
  if (!row) return null;
  const { at, title, no } = MATTERS[subject];
  return { no: no(row[at] as Date, Number(row.serial)), title: cut(row[title] as string) };
}
