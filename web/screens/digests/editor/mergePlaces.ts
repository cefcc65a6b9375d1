import { paragraphText, type RichParagraph, type RichWords } from '@lxq/schema/digests/rich-text.ts';
import { diffArrays } from 'diff';
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
      /** The words of both sides, what they share once. */
      both: RichParagraph[];
      /** Null where both changed the same words: only the clerk can choose. */
      proposed: Side | null;
    };

export function placesOf(base: RichParagraph[], mine: RichParagraph[], theirs: RichParagraph[]): Place[] {
  return threeWay(base, mine, theirs).map(placeOf);
}

function placeOf(stretch: Stretch<RichParagraph>): Place {
  if ('same' in stretch) return stretch;
  const { base, mine, theirs, changedBy } = stretch;
  const both = together(base, mine, theirs);
  if (changedBy !== 'both') return { mine, theirs, woven: null, both, proposed: changedBy };
  const woven = weave(base, mine, theirs);
  return { mine, theirs, woven, both, proposed: woven ? 'woven' : null };
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

type Three<T> = [base: T[], mine: T[], theirs: T[]];

/** Both kept: within one paragraph where both only added to it, else paragraph by paragraph; never the same words twice. */
function together(...versions: Three<RichParagraph>): RichParagraph[] {
  const isOne = versions.every((paragraphs) => paragraphs.length === 1);
  const signs = isOne ? added(...(versions.map(([paragraph]) => signsOf(paragraph)) as Three<Sign>)) : null;
  if (signs) return [paragraphOf(signs)];
  const [, mine, theirs] = versions;
  return diffArrays(theirs, mine, { comparator: isEqual }).flatMap(({ value }) => value);
}

/** What both made of one text, theirs first where they added at the same place; null where they changed the same words. */
function added(...versions: Three<Sign>): Sign[] | null {
  const stretches = threeWay(...versions);
  const isLost = (stretch: Stretch<Sign>) =>
    !('same' in stretch) && stretch.changedBy === 'both' && stretch.base.length > 0;
  if (stretches.some(isLost)) return null;
  return stretches.flatMap((stretch) => {
    if ('same' in stretch) return stretch.same;
    if (stretch.changedBy === 'both') return [...stretch.theirs, ...stretch.mine];
    return stretch[stretch.changedBy];
  });
}

/** A character with its type. */
interface Sign {
  text: string;
  marks?: RichWords['marks'];
}
const signsOf = (paragraph: RichParagraph | undefined): Sign[] =>
  (paragraph?.content ?? []).flatMap(({ text, marks }) => [...text].map((sign) => ({ text: sign, marks })));

function paragraphOf(signs: readonly Sign[]): RichParagraph {
  const content: RichWords[] = [];
  for (const { text, marks } of signs) {
    const last = content.at(-1);
    if (last && isEqual(last.marks, marks)) last.text += text;
    else content.push({ type: 'text', text, ...(marks ? { marks } : {}) });
  }
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}
const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

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
    if (side === 'both') return place.both;
    return side === 'woven' ? (place.woven ?? place.mine) : place[side];
  });
}
