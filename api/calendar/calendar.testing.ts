import { directory, never, type Rules } from '../sight/sight.rules.ts';

export const sight: Record<string, Rules> = { calendar_day: { ...directory, add: never, change: never } };
