import { isProblem } from '../terms.ts';
import type { Wish } from './draft.ts';
import { ACCUSATIONS, MATTERS } from './matters/all.ts';
import type { Matter } from './matters/matter.ts';
import { picker, type Random } from './random.ts';
import type { Reporting } from './reporting.ts';

const SETTINGS = ['VILLAGE', 'WARD', 'DEPARTMENT', 'ENTERPRISE'] as const;

/** Which matter a reporter of this setting comes with. */
export function matterPicker(): (wish: Wish, reporting: Reporting, random: Random) => Matter {
  const pickers = new Map<string, (random: Random) => Matter>();
  for (const setting of SETTINGS)
    for (const problem of [true, false])
      pickers.set(
        `${setting} ${problem}`,
        picker(mattersFor(setting, problem), ({ weight }) => weight),
      );
  const pickAccusation = picker(ACCUSATIONS, ({ weight }) => weight);

  return (wish, { setting }, random) => {
    if (wish.line === 'SEALED') return pickAccusation(random);
    const named = wish.title && MATTERS.find(({ title }) => title === wish.title);
    if (named) return named;
    const pickOne = pickers.get(`${setting} ${wish.isProblem}`);
    if (!pickOne) throw new RangeError(setting);
    let matter = pickOne(random);
    while (wish.pin && matter.months) matter = pickOne(random); // whatever the season the demo is made in
    return matter;
  };
}

function mattersFor(setting: (typeof SETTINGS)[number], problem: boolean): Matter[] {
  const isOffice = setting === 'DEPARTMENT' || setting === 'ENTERPRISE';
  return MATTERS.filter(
    ({ at, topic }) => (at === setting || (at === undefined && !isOffice)) && isProblem(topic) === problem,
  );
}
