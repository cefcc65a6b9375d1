import { NOUNS } from './nouns.ts';
import { changesOf } from './transitions.ts';

type Nouns = (typeof NOUNS)[keyof typeof NOUNS];
type Rows<Machine> = Machine extends unknown ? Machine[keyof Machine] : never;
type Told<Row> = Row extends { tells: infer Kind extends string } ? Kind : never;
export type ChangeKind = Nouns['tells'][number] | Told<Rows<Nouns['machine']>>;

/** What a noun lets others hear. */
export const heardOf = (noun: keyof typeof NOUNS): ChangeKind[] => [
  ...NOUNS[noun].tells,
  ...changesOf<ChangeKind>(NOUNS[noun].machine),
];

/** Every kind of change that a listener can hear of, each once. */
export const CHANGE_KINDS: readonly ChangeKind[] = [
  ...new Set((Object.keys(NOUNS) as (keyof typeof NOUNS)[]).flatMap(heardOf)),
];
