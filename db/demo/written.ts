import { createHash } from 'node:crypto';
import type { ToldResult, WrittenOpinion } from '@lxq/schema/results/result-draft.ts';
import type { Post } from './people.ts';
import type { Row } from './rows.ts';

/** 办理报告: a round's result as its unit wrote it, and who signed it. */
export interface Written extends ToldResult, Partial<WrittenOpinion> {
  id: string;
  round: number;
  by: Post;
  at: number;
  signed: { by: Post; at: number } | null;
}

/** SHA-256 of what is signed, in the order in which the server hashes a result. */
export function hashOf(subjectId: string, written: Written): string {
  const { round, finding, body, answer, opinionForm, opinion, kept, drawing, request, basis, remedy } = written;
  const besides = [drawing, request, basis, remedy].some(Boolean) ? [drawing, request, basis, remedy] : [];
  const text = JSON.stringify([subjectId, round, finding, body, answer, opinionForm, opinion, kept, ...besides]);
  return createHash('sha256').update(text).digest('hex');
}

interface Of {
  countyCode: number;
  unitCode: number;
  subject: string;
  subjectId: string;
}
export const writtenRow = ({ countyCode, unitCode, subject, subjectId }: Of, written: Written): Row => ({
  county_code: countyCode,
  id: written.id,
  unit_code: unitCode,
  subject,
  subject_id: subjectId,
  round: written.round,
  finding: written.finding,
  body: written.body,
  answer: written.answer,
  opinion_form: written.opinionForm,
  opinion: written.opinion,
  kept: written.kept,
  drawing: written.drawing,
  request: written.request ?? null,
  basis: written.basis ?? null,
  remedy: written.remedy ?? null,
  written_by_name: written.by.person.name,
  written_at: new Date(written.at),
  signed_by_name: written.signed?.by.person.name ?? null,
  signed_by_id: written.signed?.by.person.id ?? null,
  signed_as: written.signed?.by.capacity ?? null,
  signed_at: written.signed && new Date(written.signed.at),
  signed_hash: written.signed && hashOf(subjectId, written),
  version: written.signed ? 2 : 1,
});
