import { expect, test } from '@jest/globals';
import { plainText, type RichParagraph, richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { isComplete, mergedBy, placesOf, proposedFor } from './mergePlaces.ts';

const paragraphs = (text: string) => richTextFromPlain(text).content;
const text = (content: RichParagraph[]) => plainText({ type: 'doc', content });
function proposal(base: string, mine: string, theirs: string) {
  const places = placesOf(paragraphs(base), paragraphs(mine), paragraphs(theirs));
  const choices = proposedFor(places);
  return { merged: text(mergedBy(places, choices)), isComplete: isComplete(places, choices), places };
}

test('changes of two clerks in two paragraphs are both proposed', () => {
  const { merged, isComplete: done } = proposal('一\n二\n三', '我的一\n二\n三', '一\n二\n对方的三\n新四');
  expect(merged).toBe('我的一\n二\n对方的三\n新四');
  expect(done).toBe(true);
});

test('my sentence and the other clerk’s new paragraph behind it are both kept', () => {
  expect(proposal('机井损坏。', '机井损坏。影响40户。', '机井损坏。\n已报水利站。').merged).toBe(
    '机井损坏。影响40户。\n已报水利站。',
  );
});

test('changes at two ends of one paragraph are woven together', () => {
  expect(proposal('机井损坏三天。', '村东机井损坏三天。', '机井损坏三天，40户受影响。').merged).toBe(
    '村东机井损坏三天，40户受影响。',
  );
});

test('two words for the same place wait for the clerk’s choice', () => {
  const { isComplete: done, places } = proposal('损坏三天', '损坏五天', '损坏十天');
  expect(done).toBe(false);
  expect(text(mergedBy(places, { 0: 'mine' }))).toBe('损坏五天');
  expect(text(mergedBy(places, { 0: 'theirs' }))).toBe('损坏十天');
  expect(text(mergedBy(places, {}))).toBe('损坏十天\n损坏五天');
});

test('two sentences added at the same place of one paragraph are both kept, and the paragraph stands once', () => {
  const { isComplete: done, places } = proposal('机井损坏。', '机井损坏。影响40户。', '机井损坏。已报水利站。');
  expect(done).toBe(false);
  expect(text(mergedBy(places, { 0: 'both' }))).toBe('机井损坏。已报水利站。影响40户。');
});

test('of two paragraphs added at the same place both are kept, and what both added stands once', () => {
  const { places } = proposal('一', '一\n都加的\n我的', '一\n都加的\n对方的');
  expect(text(mergedBy(places, { 0: 'both', 1: 'both' }))).toBe('一\n都加的\n对方的\n我的');
});

test('bold type is kept where both added to a bold paragraph', () => {
  const bold = (words: string): RichParagraph => ({
    type: 'paragraph',
    content: [{ type: 'text', text: words, marks: [{ type: 'bold' }] }],
  });
  const places = placesOf([bold('急')], [bold('急办')], [bold('急查')]);
  expect(mergedBy(places, { 0: 'both' })).toEqual([bold('急查办')]);
});

test('a paragraph that either took out stays out', () => {
  expect(proposal('一\n二\n三', '一\n三', '一\n二\n三').merged).toBe('一\n三');
  expect(proposal('一\n二\n三', '一\n二\n三', '一\n三').merged).toBe('一\n三');
});

test('bold type is never lost by weaving', () => {
  const bold: RichParagraph = { type: 'paragraph', content: [{ type: 'text', text: '急', marks: [{ type: 'bold' }] }] };
  const [place] = placesOf(paragraphs('急'), [bold], paragraphs('急办'));
  expect(place).toMatchObject({ woven: null, proposed: null });
});
