import type { Capacity } from '../roles.ts';

/** Who signs a closing beside the villager (R56): who is responsible for the matter, and the main leader of the unit, whom no deputy replaces. */
export const SIGNS_AS = ['RESPONSIBLE', 'PRINCIPAL'] as const;
export type SignsAs = (typeof SIGNS_AS)[number];
export const signsAs = ({ capacity }: { capacity: Capacity | null }): SignsAs =>
  capacity === 'PRINCIPAL' ? 'PRINCIPAL' : 'RESPONSIBLE';
