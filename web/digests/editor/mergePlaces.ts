import { paragraphText, type RichParagraph } from '@lxq/schema/rich-text.ts';
import { type Stretch, threeWay } from './threeWay.ts';

/** `woven` keeps the changes of both within one paragraph. */
export type Side = 'mine' | 'theirs' | 'both' | 'woven';

/** Paragraphs that need no choice, or a place where the versions differ. */
export type Place =
  | { same: RichParagraph[] }
  | {
      mine: RichParagraph[];
      theirs: RichParagraph[];
      woven: RichParagraph[] | null;
      /** Null where both changed the same words: only the clerk can choose. */
      proposed: Side | null;
    };

export function placesOf(base: RichParagraph[], mine: RichParagraph[], theirs: RichParagraph[]): Place[] {
  return threeWay(base, mine, theirs).map(placeOf);
}

function placeOf(stretch: Stretch<RichParagraph>): Place {
  if ('same' in stretch) return stretch;
  const { base, mine, theirs, changedBy } = stretch;
  if (changedBy !== 'both') return { mine, theirs, woven: null, proposed: changedBy };
  const woven = weave(base, mine, theirs);
  return { mine, theirs, woven, proposed: woven ? 'woven' : null };
}

/** One plain paragraph that both changed in different places, with both changes; null when they met, or where type is bold. */
function weave(...versions: [RichParagraph[], RichParagraph[], RichParagraph[]]): RichParagraph[] | null {
  const isPlain = versions.every(
    (paragraphs) => paragraphs.length === 1 && !paragraphs[0]?.content?.some(({ marks }) => marks),
  );
  if (!isPlain) return null;
  const [base, mine, theirs] = versions.map((paragraphs) => [...paragraphs.map(paragraphText).join('')]);
  const stretches = threeWay(base ?? [], mine ?? [], theirs ?? []);
  if (stretches.some((stretch) => !('same' in stretch) && stretch.changedBy === 'both')) return null;
  const text = stretches.flatMap((stretch) =>
    'same' in stretch ? stretch.same : stretch.changedBy === 'mine' ? stretch.mine : stretch.theirs,
  );
  return [{ type: 'paragraph', content: [{ type: 'text', text: text.join('') }] }];
}

export type Choices = Readonly<Record<number, Side | null>>;
export const proposedFor = (places: readonly Place[]): Choices =>
  Object.fromEntries(places.map((place, index) => [index, 'same' in place ? null : place.proposed]));
export const isComplete = (places: readonly Place[], choices: Choices): boolean =>
  places.every((place, index) => 'same' in place || Boolean(choices[index]));

/** The text that the choices make; a place without a choice shows both. */
export function mergedBy(places: readonly Place[], choices: Choices): RichParagraph[] {
  return places.flatMap((place, index) => {
    if ('same' in place) return place.same;
    const side = choices[index] ?? 'both';
    if (side === 'both') return [...place.theirs, ...place.mine];
    return side === 'woven' ? (place.woven ?? place.mine) : place[side];
  });
}
