import { Extension } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';

/** The page has no breaks inside a paragraph: Shift and Enter begins a new one, as Enter does. */
const NoBreaks = Extension.create({
  name: 'noBreaks',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.splitBlock() };
  },
});

/** Document, paragraph, text, bold, undo: the editor's schema is schema/digests/rich-text.ts, so nothing else can be typed or pasted. */
export const ITEM_EXTENSIONS = [
  StarterKit.configure({
    blockquote: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    hardBreak: false,
    heading: false,
    horizontalRule: false,
    italic: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  NoBreaks,
];
