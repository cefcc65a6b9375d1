import type { Digest } from '../digests/digest.entity.ts';
import { byKey, countBy, manyBy } from '../platform/lists/loaders.ts';
import { manyOf } from '../platform/lists/many.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Instruction } from './instruction.entity.ts';

export const instructionById = byKey<Instruction, string>('instruction', 'instruction', 'id', 'uuid', 'id');

/** Instructions that followed from each and are not done with. */
export const openChildrenOf = countBy(
  'open children of instruction',
  `select parent_id as id, count(*)::int as count from instruction
   where county_code = $1 and parent_id = any($2::uuid[]) and state not in ('CLOSED', 'WITHDRAWN') group by parent_id`,
);
/** Cases that it is handled by, as far as the viewer sees them (api/cases comes after this noun): those whose villager was not asked yet, and those that are not closed. */
const casesIn = (name: string, states: string) =>
  countBy(
    name,
    `select instruction_id as id, count(*)::int as count from cases
     where county_code = $1 and instruction_id = any($2::uuid[]) and state in (${states}) group by instruction_id`,
  );
const UNVISITED = `'REGISTERED', 'ACCEPTED', 'FILED', 'ASSIGNED', 'OBJECTED', 'HANDLING', 'REPORTED', 'REWORK', 'REOPENED'`;
export const unvisitedCasesOf = casesIn('unvisited cases of instruction', UNVISITED);
export const openCasesOf = casesIn('open cases of instruction', `${UNVISITED}, 'PRE_CLOSE_VISITED'`);

export const childrenOf = manyOf<Instruction>(Instruction, {
  ...{ owner: 'parent_id', where: `o.state <> 'WITHDRAWN'`, order: 'o.instructed_at, o.id' },
});

export const instructionsOfItem = manyBy<Instruction>(
  'instructions of item',
  `select * from instruction where county_code = $1 and item_id = any($2::uuid[]) and state <> 'WITHDRAWN' order by instructed_at, id`,
  'itemId',
);

/** A leader instructs on what was issued. */
export const canInstruct = ({ rights }: Scope, digest: Pick<Digest, 'state'> | null) =>
  rights.role === 'LEADER' && (digest?.state === 'ISSUED' || digest?.state === 'FOLLOWED');
