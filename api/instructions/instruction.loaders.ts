import type { Digest } from '../digests/digest.entity.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import type { Frame } from '../platform/live/frames.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Instruction } from './instruction.entity.ts';

/** Who reads instructions: those who give them and the office that carries them on. */
export const readsInstructions = ({ rights: { role } }: Scope) =>
  role === 'LEADER' || role === 'COUNTY_CLERK' || role === 'COUNTY_DIRECTOR';

export const instructionFrame: Frame = {
  heard: (scope) => (readsInstructions(scope) ? 'true' : 'e.instruction_id is null'),
};

const ofItem = manyBy<Instruction>(
  'instructions of item',
  `select * from instruction where county_code = $1 and item_id = any($2::uuid[]) and state <> 'WITHDRAWN' order by instructed_at, id`,
  'itemId',
);
export const instructionsOfItem = (scope: Scope): { load(id: string): Promise<Instruction[] | null> } =>
  readsInstructions(scope) ? ofItem(scope) : { load: async () => [] };

/** A leader instructs on what was issued. */
export const canInstruct = ({ rights }: Scope, digest: Pick<Digest, 'state'> | null) =>
  rights.role === 'LEADER' && (digest?.state === 'ISSUED' || digest?.state === 'FOLLOWED');
