export interface Side {
  name: string;
  mine: string;
  stored: string;
}
export type Told = readonly (readonly [name: string, text: string])[];

/** In what two tellings of one report differ, each named as its form names it. */
export const differing = (mine: Told, stored: Told): Side[] =>
  mine.flatMap(([name, text]) => {
    const other = stored.find(([of]) => of === name)?.[1] ?? '';
    return text === other ? [] : [{ name, mine: text, stored: other }];
  });
