import type { MarkerProblem } from '@lxq/schema/desks/marker-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import type { ProblemKey } from '@lxq/schema/problems.ts';
import { LENGTH, type Words } from '../platform/contract/words.ts';

export const DESK_WORDS = {
  colleague: ['请从本单位在岗的经办中选择', 'Choose a clerk who holds a post at your own desk now'],
  assignedAlready: ['指派已被他人更改，请核对后重试', 'Somebody else changed who takes it; compare and try again'],
  urgedAlready: ['已于 {at} 催办，{next} 后可再次催办', 'It was urged at {at} and can be urged again after {next}'],
  urgeLong: [`附言最多 ${LIMITS.urge.text.max} 字`, `At most ${LIMITS.urge.text.max} characters`],
  marker: ['该标记', 'marker'],
  markerExists: ['本单位已有这个标记', 'Your desk has this marker already'],
  manyMarkers: [
    `本单位最多 ${LIMITS.marker.perDesk} 个标记，请先删去不用的`,
    `A desk keeps at most ${LIMITS.marker.perDesk} markers; remove one first`,
  ],
  manyOnOne: ['一件最多 {most} 个标记', 'One bears at most {most} markers'],
} satisfies Record<string, Words>;

/** Of a marker's word. */
export const MARKER_WORDS: Record<ProblemKey<MarkerProblem>, Words> = {
  'word.SHORT': LENGTH,
  'word.LONG': LENGTH,
  'word.PERSON': [
    '标记只用于事项、地点、类别，不能是人名、号码或对人的划分，请换个说法',
    'Markers are of matters, places and topics: no names, numbers or kinds of people; use another word',
  ],
};
