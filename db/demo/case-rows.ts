import type { NamedCalendar } from '@lxq/schema/calendar.ts';
import { officeOf } from '@lxq/schema/places.ts';
import type { CaseFile, Visit } from './case-file.ts';
import type { CountyPlan } from './counties.ts';
import { deadlineRow } from './deadline-rows.ts';
import { type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import type { Line } from './way.ts';
import { writtenRow } from './written.ts';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Of what deeds leave, the columns that are called as it is. */
const LEFT = [
  ...[
    'decision',
    'route',
    'decidedTo',
    'decidedReason',
    'notice',
    'decidedAt',
    'grade',
    'filedAt',
    'responsibleUnitCode',
  ],
  ...[
    'sectionHead',
    'handler',
    'resolveBy',
    'consolidation',
    'guarantees',
    'noticeNo',
    'assignedAt',
    'signedForAt',
    'objectUntil',
  ],
  ...[
    'transfers',
    'isDesignated',
    'teamLead',
    'plan',
    'plannedAt',
    'draftedAt',
    'reworks',
    'reopenings',
    'dueOn',
    'closedAt',
  ],
  ...['answeredAt', 'answer', 'untoldReason', 'reviewOutcome', 'reviewedAt', 'finallyReviewedAt'],
] as const;

/** As every case is born: registered. Where it stands is for the database to judge (case-standing.ts). */
export function caseRows({ countyCode }: CountyPlan, files: readonly CaseFile[], firstSerial: number): Row[] {
  return files.map((file, i) => {
    const { subject, left, openedBy } = file;
    const told = left as unknown as Row;
    return {
      county_code: countyCode,
      id: file.id,
      serial: firstSerial + i,
      client_id: file.clientId,
      state: 'REGISTERED',
      state_since: new Date(file.openedAt),
      channel: subject.channel,
      purpose: file.purpose,
      title: subject.title,
      brief: subject.brief,
      topic_code: subject.matter.topic,
      place_code: subject.placeCode,
      is_first: file.isFirst,
      received_on: file.receivedOn,
      receiver_unit_code: openedBy.unitCode,
      opened_by_id: openedBy.person.id,
      opened_by_name: openedBy.person.name,
      opened_at: new Date(file.openedAt),
      concerns_unit_codes: file.concerns,
      instruction_id: subject.instruction?.id ?? null,
      report_id: subject.dossier?.id ?? null,
      ...Object.fromEntries(LEFT.map((name) => [snake(name), told[name] ?? null])),
      is_legal_aid_offered: left.isLegalAidOffered ?? false,
      is_on_the_spot: left.isOnTheSpot ?? false,
      co_unit_codes: left.coUnitCodes,
      outsiders: left.outsiders ?? [],
      sponsor_id: left.sponsor?.person.id ?? null,
      sponsor_name: left.sponsor?.person.name ?? null,
      sponsor_unit_code: left.sponsor?.unitCode ?? null,
      co_leaders: left.coLeaders ?? [],
      team: left.team ?? [],
      version: 1 + file.changes,
    };
  });
}

/** Who takes part now, what each is most of. */
export function partRows({ countyCode }: CountyPlan, files: readonly CaseFile[]): Row[] {
  return files.flatMap((file) => {
    const { left, visits, openedBy, openedAt, coSigned, lines } = file;
    const parts = new Map<number, string>();
    const add = (unit: number | null | undefined, part: string) => unit && parts.set(unit, part);
    for (const { unitCode } of visits) add(unitCode, 'REVISITOR');
    add(openedBy.unitCode, 'RECEIVER');
    if (left.responsibleUnitCode) add(left.sponsor?.unitCode, 'SPONSOR');
    for (const unit of left.coUnitCodes) add(unit, 'CO');
    add(left.responsibleUnitCode, 'MAIN');
    parts.delete(officeOf(countyCode));
    const signed = (part: string) => {
      if (part === 'CO') return coSigned;
      const line = left.signedForAt && lines.findLast(({ deed }) => deed === 'signFor' || deed === 'settle');
      return part === 'MAIN' && line ? { by: line.actor, at: line.at } : null;
    };
    const asked = (unit: number) => visits.find(({ unitCode }) => unitCode === unit)?.lines[0]?.at;
    return [...parts].map(([unit_code, part]) => ({
      ...{ county_code: countyCode, subject_id: file.id, unit_code, subject: 'CASE', part, state: file.state },
      since: new Date(
        (part === 'RECEIVER'
          ? openedAt
          : part === 'REVISITOR'
            ? asked(unit_code)
            : +(left.assignedAt as Date)) as number,
      ),
      ...{ due_on: left.dueOn ?? null, at: new Date(openedAt) },
      ...{
        signed_at: signed(part) && new Date(signed(part)?.at as number),
        signed_by_name: signed(part)?.by.person.name ?? null,
      },
    }));
  });
}

export const caseResultRows = ({ countyCode }: CountyPlan, files: readonly CaseFile[]): Row[] =>
  files.flatMap(({ id, results }) =>
    results.map((written) =>
      writtenRow({ countyCode, unitCode: written.by.unitCode, subject: 'CASE', subjectId: id }, written),
    ),
  );

export const visitRows = ({ countyCode }: CountyPlan, files: readonly CaseFile[]): Row[] =>
  files.flatMap(({ id, visits }) => visits.map((visit) => visitRow(countyCode, id, visit)));
const visitRow = (countyCode: number, subjectId: string, visit: Visit): Row => ({
  county_code: countyCode,
  id: visit.id,
  unit_code: visit.unitCode,
  subject: 'CASE',
  subject_id: subjectId,
  round: visit.round,
  kind: visit.kind,
  state: visit.state,
  scheduled_at: new Date(visit.scheduledAt),
  barred_unit_codes: JSON.stringify(visit.barredUnitCodes),
  attempts: JSON.stringify(visit.attempts),
  method: visit.method ?? null,
  told: visit.told ?? null,
  opinion: visit.opinion ?? null,
  is_solved: visit.isSolved ?? null,
  rating: visit.rating ?? null,
  reason: visit.reason ?? null,
  done_by_name: visit.doneBy?.person.name ?? null,
  done_by_id: visit.doneBy?.person.id ?? null,
  done_at: visit.doneAt ? new Date(visit.doneAt) : null,
  gave_up_by_id: visit.gaveUpById ?? null,
  confirmed_by_id: visit.confirmedById ?? null,
  version: 1 + visit.changes,
});

export const handRows = ({ countyCode }: CountyPlan, files: readonly CaseFile[]): Row[] =>
  files.flatMap(({ id, hands }) =>
    hands.map((hand) => ({
      county_code: countyCode,
      id: hand.id,
      unit_code: hand.by.unitCode,
      subject: 'CASE',
      subject_id: id,
      round: hand.round,
      signs_as: hand.signsAs,
      signer_id: hand.by.person.id,
      signer_name: hand.by.person.name,
      hash: hand.hash,
      at: new Date(hand.at),
    })),
  );

export const caseDeadlineRows = (
  plan: CountyPlan,
  files: readonly CaseFile[],
  told: { calendar: NamedCalendar; random: Random },
): Row[] => files.flatMap(({ debts }) => debts.map((debt) => deadlineRow(plan, debt, told)));

/** Cases and revisits are the office's and its leaders' to read of; who takes part reads it beside them. */
export function caseAudit({ countyCode }: CountyPlan, files: readonly CaseFile[], random: Random): Row[] {
  const row =
    (subject: string, subjectId: string, about: Row) =>
    (line: Line): Row => ({
      ...{
        county_code: countyCode,
        id: uuidAt(random, line.at),
        unit_code: officeOf(countyCode),
        at: new Date(line.at),
      },
      ...{
        subject,
        subject_id: subjectId,
        about: JSON.stringify(about),
        deed: line.deed,
        from_state: line.from,
        to_state: line.to,
      },
      ...{ actor_id: line.actor.person.id, actor_name: line.actor.person.name, actor_role: line.actor.role },
      ...{ actor_capacity: line.actor.capacity ?? null, actor_unit_code: line.actor.unitCode },
      ...{ note: line.note ?? null, author_id: null, line: 'LINE', ears: 'LEADERS' },
    });
  return files.flatMap(({ id, lines, visits, subject }) => {
    const about = {
      ...(subject.instruction && { INSTRUCTION: subject.instruction.id }),
      ...(subject.dossier && { REPORT: subject.dossier.id }),
    };
    return [
      ...lines.map(row('CASE', id, about)),
      ...visits.flatMap((visit) => visit.lines.map(row('REVISIT', visit.id, { CASE: id }))),
    ];
  });
}
