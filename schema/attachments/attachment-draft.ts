import { LIMITS } from '../limits.ts';
import { countProblem, lengthProblem, missingProblem, type Problem, rangeProblem } from '../problems.ts';
import type { AttachmentKind, AttachmentSubject } from './attachment-words.ts';

export type AttachmentProblem =
  | Problem<'photos' | 'voices' | 'files', 'MANY'>
  | Problem<'photo' | 'voice' | 'file', 'RANGE'>
  | Problem<'clientId', 'TWICE'>
  | Problem<'sha256', 'FORM'>
  | Problem<'seconds', 'MISSING' | 'RANGE'>
  | Problem<'name', 'SHORT' | 'LONG'>;

/** One entry of a manifest, as the rules look at it: what is promised of bytes that come later. */
export interface PromisedAttachment {
  clientId: string;
  kind: AttachmentKind;
  /** Of the bytes as the device sends them, in hex. */
  sha256: string;
  /** Bytes. */
  size: number;
  /** Of a file. */
  name: string | null;
  /** Of a voice note. */
  seconds: number | null;
}

const { attachment: limit } = LIMITS;
const FIELDS = {
  PHOTO: { one: 'photo', many: 'photos' },
  VOICE: { one: 'voice', many: 'voices' },
  FILE: { one: 'file', many: 'files' },
} as const satisfies Record<AttachmentKind, object>;
const KINDS = Object.keys(FIELDS) as AttachmentKind[];

/** How many of a kind a thing may have. */
export const mostOf = (subject: AttachmentSubject, kind: AttachmentKind): number =>
  limit[kind].most * (limit.times[subject] ?? 1);

/** A thing has no more of a kind than it may; asked of all that it then has. */
export const tooMany = (
  subject: AttachmentSubject,
  list: readonly Pick<PromisedAttachment, 'kind'>[],
): AttachmentProblem[] =>
  KINDS.flatMap((kind) =>
    countProblem(
      FIELDS[kind].many,
      list.filter((each) => each.kind === kind),
      mostOf(subject, kind),
    ),
  );

/** Everything that keeps a manifest from being taken; the device asks before it promises, the server before it stores. */
export function manifestProblems(
  subject: AttachmentSubject,
  manifest: readonly PromisedAttachment[],
): AttachmentProblem[] {
  const ids = manifest.map(({ clientId }) => clientId.toLowerCase());
  return [
    ...tooMany(subject, manifest),
    ...(new Set(ids).size < ids.length ? [{ field: 'clientId', problem: 'TWICE' } as const] : []),
    ...manifest.flatMap(entryProblems),
  ];
}

const SHA256 = /^[0-9a-f]{64}$/;
function entryProblems({ kind, sha256, size, name, seconds }: PromisedAttachment): AttachmentProblem[] {
  return [
    ...(SHA256.test(sha256) ? [] : [{ field: 'sha256', problem: 'FORM' } as const]),
    ...rangeProblem(FIELDS[kind].one, size, { min: 1, max: limit[kind].bytes }),
    ...(kind === 'FILE' ? lengthProblem('name', name?.trim() ?? '', { min: 1, max: limit.FILE.name }) : []),
    ...(kind === 'VOICE' ? missingProblem('seconds', seconds === null) : []),
    ...(kind === 'VOICE' ? rangeProblem('seconds', seconds, { min: 0, max: limit.VOICE.seconds }) : []),
  ];
}
