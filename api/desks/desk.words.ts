import { LIMITS } from '@lxq/schema/limits.ts';
import type { Words } from '../platform/contract/words.ts';

export const DESK_WORDS = {
  colleague: ['请从本单位在岗的经办中选择', 'Choose a clerk who holds a post at your own desk now'],
  assignedAlready: ['指派已被他人更改，请核对后重试', 'Somebody else changed who takes it; compare and try again'],
  urgedAlready: ['已于 {at} 催办，{next} 后可再次催办', 'It was urged at {at} and can be urged again after {next}'],
  urgeLong: [`附言最多 ${LIMITS.urge.text.max} 字`, `At most ${LIMITS.urge.text.max} characters`],
} satisfies Record<string, Words>;
