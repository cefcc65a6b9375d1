import type { CountyPlan } from './counties.ts';
import type { Desk } from './desk.ts';
import type { Instruction } from './instructions.ts';
import type { Issue } from './issues.ts';
import { uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import type { Line } from './way.ts';
import { HOUR, MINUTE } from './working-hours.ts';

/** Digests and instructions concern the county office alone: their history stands under its unit. */
function rows(
  plan: CountyPlan,
  subject: string,
  subjectId: string,
  lines: readonly Line[],
  { network, random }: Desk,
): Row[] {
  return lines.map(({ at, deed, from, to, actor, note }) => ({
    county_code: plan.countyCode,
    id: uuidAt(random, at),
    unit_code: network.office.code,
    at: new Date(at),
    subject,
    subject_id: subjectId,
    deed,
    from_state: from,
    to_state: to,
    actor_id: actor.person.id,
    actor_name: actor.person.name,
    actor_role: actor.role,
    note,
    author_id: null,
    line: 'LINE',
    ears: subject === 'DIGEST' ? 'OFFICE' : 'LEADERS',
  }));
}

export function digestAudit(plan: CountyPlan, issues: readonly Issue[], receipts: readonly Row[], desk: Desk): Row[] {
  const { leaders, director } = desk.network.office;
  const readers = new Map([...leaders.map(({ post }) => post), director].map((post) => [post.person.id, post]));
  const opened = issues.flatMap((issue) => rows(plan, 'DIGEST', issue.id, linesOf(issue), desk));
  const read = receipts.flatMap(({ digest_id, person_id, read_at }) => {
    const actor = readers.get(person_id as string);
    if (!actor || !read_at) return [];
    return rows(
      plan,
      'DIGEST',
      digest_id as string,
      [{ at: +(read_at as Date), deed: 'read', from: null, to: null, actor }],
      desk,
    );
  });
  return [...opened, ...read];
}

function linesOf({ openedAt, reviewedAt, sentBackAt, signedAt, issuedAt, editor, signer }: Issue): Line[] {
  const begun: Line[] = [
    { at: openedAt, deed: 'open', from: null, to: 'COLLECTING', actor: editor },
    { at: openedAt + MINUTE, deed: 'edit', from: 'COLLECTING', to: 'EDITING', actor: editor },
  ];
  if (issuedAt === null || !signer) return begun;
  const again: Line[] = sentBackAt
    ? [
        {
          at: sentBackAt,
          deed: 'sendBack',
          from: 'REVIEWING',
          to: 'EDITING',
          actor: signer,
          note: '个别条目文字偏长，请再压缩；涉及户数请核对一遍。',
        },
        { at: sentBackAt + 0.7 * HOUR, deed: 'submitForReview', from: 'EDITING', to: 'REVIEWING', actor: editor },
      ]
    : [];
  return [
    ...begun,
    { at: reviewedAt, deed: 'submitForReview', from: 'EDITING', to: 'REVIEWING', actor: editor },
    ...again,
    { at: signedAt, deed: 'approve', from: 'REVIEWING', to: 'APPROVED', actor: signer },
    { at: issuedAt, deed: 'issue', from: 'APPROVED', to: 'ISSUED', actor: editor },
  ];
}

export function instructionAudit(plan: CountyPlan, instructions: readonly Instruction[], desk: Desk): Row[] {
  return instructions.flatMap(({ id, at, leader, text, way }) => {
    const given: Line = { at, deed: 'instruct', from: null, to: 'INSTRUCTED', actor: leader.post, note: text };
    return rows(plan, 'INSTRUCTION', id, [given, ...way.lines], desk);
  });
}
