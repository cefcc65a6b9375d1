import type { Words } from '../platform/contract/words.ts';

/** What a presentation is refused with. */
export const PRESENTATION_WORDS = {
  presentation: ['该呈阅', 'presentation'],
  leaders: ['请选择在任的县、市领导', 'Choose leaders who are in office'],
} satisfies Record<string, Words>;
