import { type PersonalData, scanForPersons } from './personal-data.ts';
import { findWhereabouts, type Whereabouts } from './whereabouts.ts';

/** What a text says of people. */
export interface People {
  /** Identity, card and telephone numbers: known for certain. */
  numbers: PersonalData[];
  /** What looks like a villager's name: a guess, so pointed at and never refused. */
  names: PersonalData[];
  /** Where somebody goes, or how they are watched. */
  whereabouts: Whereabouts | null;
}

/** The one look that forms, guards and checks take at a text. */
export function peopleIn(text: string): People {
  const found = scanForPersons(text);
  const isName = ({ kind }: PersonalData) => kind === 'NAME';
  return {
    numbers: found.filter((one) => !isName(one)),
    names: found.filter(isName),
    whereabouts: findWhereabouts(text),
  };
}
