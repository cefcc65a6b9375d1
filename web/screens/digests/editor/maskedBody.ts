import { paragraphText, type RichParagraph, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { maskPersonalData, scanForPersons } from '@lxq/schema/texts/personal-data.ts';

/** An item's text without numbers and names; a paragraph in which one is partly bold loses its bold words. */
export const maskedBody = (body: RichText): RichText => ({ type: 'doc', content: body.content.map(masked) });

function masked(paragraph: RichParagraph): RichParagraph {
  const content = paragraph.content?.map((words) => ({ ...words, text: maskPersonalData(words.text) }));
  if (!content) return paragraph;
  const text = paragraphText({ type: 'paragraph', content });
  return scanForPersons(text).length === 0
    ? { type: 'paragraph', content }
    : { type: 'paragraph', content: [{ type: 'text', text: maskPersonalData(text) }] };
}
