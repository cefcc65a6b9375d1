import { termProblems } from '@lxq/schema/network/term-draft.ts';
import { v5 as uuidV5 } from 'uuid';
import { badInput } from '../../platform/contract/errors.ts';
import { refuseFirst } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { TermInput } from '../network.input.ts';
import type { Term, TermKind } from './term.entity.ts';
import { DRAFT_WORDS, TERM_WORDS } from './term.words.ts';

const NAMESPACE = '0c9a2f5b-6a3b-5d0a-9a55-6f3f1c1f7d02';

type FollowUp = (scope: Scope, topicCode: string) => Promise<unknown>;
const followUps: FollowUp[] = [];
/** What else happens, in the same transaction, when a topic becomes an accusation; said by the noun that bears topics (report.parts.ts). */
export const whenAccusation = (follow: FollowUp): void => void followUps.push(follow);

/** Every entry of a dictionary, the closed ones too: old reports bear them. */
export const list = (scope: Scope, kind: TermKind) =>
  scope.rows<Term>('select * from term where county_code = $1 and kind = $2 order by position, code', [
    scope.county,
    kind,
  ]);

/** Adds or changes an entry. A code is never removed and never means something else; an entry that is out of use is closed. */
export async function save(scope: Scope, input: TermInput): Promise<Term> {
  const wanted = checked(input);
  const [before, parent, child] = await nearby(scope, wanted);
  if (wanted.parentCode && (!parent || parent.parentCode || wanted.parentCode === wanted.code))
    throw badInput('parentCode', ...TERM_WORDS.notTop);
  if (wanted.parentCode && child) throw badInput('parentCode', ...TERM_WORDS.hasEntriesBelow);
  const { kind, code, name, nameEn, parentCode, isProblem, isActive, position } = wanted;
  const isAccusation = kind === 'TOPIC' && (wanted.isAccusation || !!parent?.isAccusation);
  const saved = await scope.row<Term>(
    `insert into term (county_code, kind, code, name, name_en, parent_code, is_problem, is_active, position, is_accusation, tags) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (county_code, kind, code) do update set name = excluded.name, name_en = excluded.name_en, parent_code = excluded.parent_code,
       is_problem = excluded.is_problem, is_active = excluded.is_active, position = excluded.position, is_accusation = excluded.is_accusation, tags = excluded.tags
       where not $12::boolean returning *`,
    [
      scope.county,
      kind,
      code,
      name,
      nameEn,
      parentCode,
      isProblem,
      isActive,
      position,
      isAccusation,
      wanted.tags,
      wanted.isNew,
    ],
  );
  if (!saved) throw badInput('code', ...TERM_WORDS.codeInUse);
  if (isAccusation) {
    await scope.rows('update term set is_accusation = true where county_code = $1 and kind = $2 and parent_code = $3', [
      scope.county,
      kind,
      code,
    ]);
    for (const follow of followUps) await follow(scope, code);
  }
  await record(scope, termSubject(scope, kind, code), {
    deed: 'save',
    note: name,
    detail: { before: before ?? null, after: saved },
  });
  scope.refresh();
  return saved;
}

/** An entry in the audit, which knows no codes. */
export const termSubject = ({ county, rights }: Scope, kind: TermKind, code: string) => ({
  ...{ subject: 'TERM' as const, subjectId: uuidV5(`${county} ${kind} ${code}`, NAMESPACE) },
  unitCode: rights.unitCode,
});

function checked(input: TermInput): TermInput {
  const trimmed = {
    ...input,
    code: input.code.trim(),
    name: input.name.trim(),
    nameEn: input.nameEn.trim(),
    parentCode: input.parentCode || null,
    tags: [...new Set(input.tags.map((tag) => tag.trim()).filter(Boolean))],
  };
  refuseFirst(termProblems(trimmed), DRAFT_WORDS);
  return trimmed;
}

/** The entry as it was, its parent-to-be, and any entry below it. */
async function nearby(
  scope: Scope,
  { kind, code, parentCode }: TermInput,
): Promise<[Term | undefined, Term | undefined, Term | undefined]> {
  const rows = await scope.rows<Term>(
    'select * from term where county_code = $1 and kind = $2 and (code = any($3) or parent_code = $4)',
    [scope.county, kind, [code, parentCode ?? code], code],
  );
  const find = (wanted: string | null | undefined) => rows.find((row) => row.code === wanted);
  return [find(code), find(parentCode), rows.find((row) => row.parentCode === code)];
}
