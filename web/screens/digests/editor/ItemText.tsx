import { BoldOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { countCharacters, parseRichText, type RichText } from '@lxq/schema/digests/rich-text.ts';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PersonalDataHint } from '../../../ui/PersonalDataHint.tsx';
import css from './item.module.css';
import { ITEM_EXTENSIONS } from './itemExtensions.ts';
import { maskedBody } from './maskedBody.ts';
import { cleanPastedHtml, cleanPastedText } from './pastedText.ts';

interface Props {
  /** Read once: a change from elsewhere mounts the editor anew. */
  body: RichText;
  label: string;
  onChange: (body: RichText) => void;
  onBlur: () => void;
}

/** Paragraphs and bold type, which is all that the printed page knows. */
export function ItemText({ body, label, onChange, onBlur }: Props) {
  const editor = useEditor({
    extensions: ITEM_EXTENSIONS,
    content: body,
    editorProps: {
      attributes: { class: css.text ?? '', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      transformPastedHTML: cleanPastedHtml,
      transformPastedText: cleanPastedText,
    },
    onUpdate: ({ editor: now }) => onChange(now.getJSON() as RichText),
    onBlur,
  });
  return (
    <div className={css.textBox}>
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
      <Hint editor={editor} />
    </div>
  );
}

function Hint({ editor }: { editor: Editor }) {
  const text = useEditorState({ editor, selector: ({ editor: now }) => now.getText({ blockSeparator: '\n' }) });
  const hide = () => editor.commands.setContent(maskedBody(editor.getJSON() as RichText), { emitUpdate: true });
  return <PersonalDataHint text={text} onMask={hide} />;
}

function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('digests');
  const { isBold, canUndo, canRedo, characters } = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      isBold: now.isActive('bold'),
      canUndo: now.can().undo(),
      canRedo: now.can().redo(),
      characters: charactersOf(now.getJSON()),
    }),
  });
  const steps = [
    { name: 'undo', icon: <UndoOutlined />, isOpen: canUndo },
    { name: 'redo', icon: <RedoOutlined />, isOpen: canRedo },
  ] as const;
  const keepFocus = (event: { preventDefault(): void }) => event.preventDefault();
  return (
    <div className={css.toolbar} role="toolbar" aria-label={t('text.toolbar')}>
      <Button
        type="text"
        size="small"
        icon={<BoldOutlined />}
        aria-pressed={isBold}
        className={isBold ? css.pressed : ''}
        aria-label={t('text.bold')}
        onMouseDown={keepFocus}
        onClick={() => editor.chain().focus().toggleBold().run()}
      />
      {steps.map(({ name, icon, isOpen }) => (
        <Button
          key={name}
          type="text"
          size="small"
          icon={icon}
          disabled={!isOpen}
          aria-label={t(`text.${name}`)}
          onClick={() => editor.chain().focus()[name]().run()}
        />
      ))}
      <span className={css.textCount}>
        {characters === null ? t('text.tooLong') : t('characters', { count: characters })}
      </span>
    </div>
  );
}

/** Null when the text is longer than an item may be. */
function charactersOf(json: unknown): number | null {
  try {
    return countCharacters(parseRichText(json));
  } catch {
    return null;
  }
}
