import type { Block } from '@lxq/schema/texts/paper.ts';

/** Rows of a sheet that stand one under the other, which are drawn as one table. */
export interface Rows {
  rows: Block[];
}
/** A block that stays on the page of the next: no hand and no date stands alone on a page (GB/T 9704, 7.3.5). */
export type Line = Block & { isKept?: boolean };

export function grouped(blocks: readonly Block[]): (Line | Rows)[] {
  const all: (Line | Rows)[] = [];
  for (const [i, block] of blocks.entries()) {
    const last = all.at(-1);
    const next = blocks[i + 1]?.role;
    const isKept = block.role !== 'signature' && (next === 'issuance' || next === 'signature');
    if (block.role !== 'field') all.push(isKept ? { ...block, isKept } : block);
    else if (last && 'rows' in last) last.rows.push(block);
    else all.push({ rows: [block] });
  }
  return all;
}
