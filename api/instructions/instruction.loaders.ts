import type { Digest } from '../digests/digest.entity.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Instruction } from './instruction.entity.ts';

export const instructionsOfItem = manyBy<Instruction>(
  'instructions of item',
  `select * from instruction where county_code = $1 and item_id = any($2::uuid[]) and state <> 'WITHDRAWN' order by instructed_at, id`,
  'itemId',
);

/** A leader instructs on what was issued. */
export const canInstruct = ({ rights }: Scope, digest: Pick<Digest, 'state'> | null) =>
  rights.role === 'LEADER' && (digest?.state === 'ISSUED' || digest?.state === 'FOLLOWED');
