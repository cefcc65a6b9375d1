import { createHash } from 'node:crypto';
import { URGENT_MINUTES } from '@lxq/schema/limits.ts';
import { haystackOf, keysOf } from '@lxq/schema/search/search-tokens.ts';
import type { Desk } from './desk.ts';
import { type Dossier, numberOf } from './dossier.ts';
import { spelled } from './places.ts';
import { PORTFOLIOS, portfolioOf } from './portfolios.ts';
import { between, chance, type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import { MINUTE, shanghaiDay } from './working-hours.ts';

const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

export function reportRows(countyCode: number, dossiers: readonly Dossier[], random: Random): Row[] {
  return dossiers.map((dossier) => {
    const { draft } = dossier;
    const told = {
      topic_code: draft.matter.topic,
      source_code: draft.source,
      place_code: draft.placeCode,
      outside_area_reason: draft.outsideAreaReason,
      line: draft.line,
      channel: draft.channel,
      urgency: draft.isUrgent ? 'HIGH' : 'NORMAL',
      households: draft.households,
      people: draft.people,
      occurred_at: instant(dossier.occurredAt),
      content: draft.telling.content,
    };
    return {
      county_code: countyCode,
      id: dossier.id,
      unit_code: draft.post.unitCode,
      serial: dossier.serial,
      client_id: uuidAt(random, dossier.submittedAt - 90_000),
      content_hash: hashOf(told),
      author_id: draft.post.person.id,
      post_id: draft.post.id,
      state: dossier.state,
      ...told,
      submitted_at: instant(dossier.submittedAt),
      due_at: instant(dossier.dueAt),
      handled_at: instant(dossier.handledAt),
      return_reason: dossier.returnReason,
      urgent_at: instant(dossier.urgentAt),
      urgent_due_at: instant(dossier.urgentAt && dossier.urgentAt + URGENT_MINUTES * MINUTE),
      plan_text: dossier.plan?.text ?? null,
      plan_unit_code: dossier.plan?.unitCode ?? null,
      plan_due_at: instant(dossier.plan?.dueAt ?? null),
      planned_at: instant(dossier.plan?.plannedAt ?? null),
      answer: dossier.answer,
      answered_at: instant(dossier.answeredAt),
      told_at: instant(dossier.toldAt),
      untold_reason: dossier.untoldReason,
      digested_at: instant(dossier.digestedAt),
      master_id: dossier.master?.id ?? null,
      version: dossier.steps.length,
    };
  });
}

/** SHA-256 of what was told, in the order in which the server hashes a draft. */
function hashOf({ place_code, ...told }: Record<string, unknown>): string {
  const {
    topic_code,
    source_code,
    outside_area_reason,
    line,
    channel,
    urgency,
    households,
    people,
    occurred_at,
    content,
  } = told;
  const values = [
    topic_code,
    source_code,
    String(place_code),
    outside_area_reason,
    line,
    channel,
    urgency,
    households,
    people,
    occurred_at,
    content,
  ];
  return createHash('sha256').update(JSON.stringify(values)).digest('hex');
}

export function auditRows(countyCode: number, dossiers: readonly Dossier[], random: Random): Row[] {
  return dossiers.flatMap(({ id, draft, steps }) =>
    steps.map(({ at, deed, from, to, actor, role, note }) => ({
      county_code: countyCode,
      id: uuidAt(random, at),
      unit_code: draft.post.unitCode,
      at: instant(at),
      subject: 'REPORT',
      subject_id: id,
      deed,
      from_state: from,
      to_state: to,
      actor_id: actor.person.id,
      actor_name: actor.person.name,
      actor_role: role,
      note,
      author_id: draft.post.person.id,
      line: draft.line,
      ears: 'EVERYBODY',
    })),
  );
}

/** `fullNames`: of every place, by code. */
export function searchRows(
  countyCode: number,
  dossiers: readonly Dossier[],
  fullNames: ReadonlyMap<number, string>,
): Row[] {
  const words = (code: number) => {
    const fullName = fullNames.get(code) ?? '';
    const { pinyin, initials } = spelled(fullName.split(' ').at(-1) ?? '');
    return [fullName, pinyin, initials];
  };
  return dossiers.map((dossier) => {
    const { post, placeCode, telling, line } = dossier.draft;
    const no = numberOf(dossier, shanghaiDay(dossier.submittedAt).slice(0, 4));
    const haystack = haystackOf([telling.content, ...words(placeCode), ...words(post.unitCode), no]);
    return {
      county_code: countyCode,
      report_id: dossier.id,
      unit_code: post.unitCode,
      author_id: post.person.id,
      line,
      submitted_at: instant(dossier.submittedAt),
      haystack,
      keys: `{${keysOf(countyCode, haystack)}}`,
    };
  });
}

/** To every leader in charge of the topic (R36); those of the last hours wait to be acknowledged. */
export function alertRows(countyCode: number, dossiers: readonly Dossier[], { network, now, random }: Desk): Row[] {
  return dossiers.flatMap((dossier) => {
    const at = portfolioOf(dossier.draft.matter.topic);
    if (dossier.urgentAt === null || at === undefined) return [];
    const leader = network.office.leaders[PORTFOLIOS[at]?.leader ?? 0];
    const acknowledged =
      dossier.urgentAt + (chance(random, 0.92) ? between(random, 2, 27) : between(random, 31, 150)) * MINUTE;
    const isOpen = dossier.state === 'URGENT' || acknowledged > now;
    return [
      {
        county_code: countyCode,
        id: uuidAt(random, dossier.urgentAt),
        report_id: dossier.id,
        leader_id: leader?.post.person.id,
        raised_at: instant(dossier.urgentAt),
        due_at: instant(dossier.urgentAt + URGENT_MINUTES * MINUTE),
        acknowledged_at: isOpen ? null : instant(acknowledged),
      },
    ];
  });
}
