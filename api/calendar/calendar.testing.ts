import { anybody, never, type Rule, type Rules } from '../sight/sight.rules.ts';

const admin: Rule = (viewer) => viewer === 'ADMIN';
export const sight: Record<string, Rules> = {
  calendar_day: { see: anybody, add: admin, change: admin, remove: never },
};
