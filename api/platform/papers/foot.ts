import type { Block } from '@lxq/schema/texts/paper.ts';

/** A longer 版记 does not stand at the foot of the last page but runs on like the text. */
const CHARACTERS = 600;

export function isFoot({ role }: Pick<Block, 'role'>): boolean {
  return role === 'recipients' || role === 'copies';
}

export function isLongFoot(foot: Block[]): boolean {
  return foot.reduce((sum, { text }) => sum + text.length, 0) > CHARACTERS;
}
