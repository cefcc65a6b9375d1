import { Dialog as ImportedDialog } from 'antd-mobile';
import type { ReactNode } from 'react';
import { i18n } from '../../i18n/i18n.ts';
import { afterClosing, backCloses } from '../useBackCloses.ts';
import './antd-mobile-root.ts';

/** With their springs and gestures heavier than a whole form, and wanted only after a tap: first screens import this when it comes. */
export { Popup, Toast } from 'antd-mobile';

interface Answer<Key extends string> {
  key: Key;
  text: string;
  bold?: boolean;
}
interface Question<Key extends string> {
  title?: string;
  content: ReactNode;
  /** One below the other; an array stands side by side. */
  answers: readonly (Answer<Key> | Answer<Key>[])[];
}

/** A question that Back answers with null. Its entry of the history is gone when the answer comes, so that one may go on. */
function ask<Key extends string>({ title, content, answers }: Question<Key>): Promise<Key | null> {
  return new Promise((resolve) => {
    let given: Key | null = null;
    const closed = backCloses(() => dialog.close());
    const dialog = ImportedDialog.show({
      ...(title ? { title, 'aria-label': title } : {}),
      content,
      closeOnAction: true,
      actions: [...answers],
      onAction: ({ key }) => {
        given = key as Key;
      },
      onClose: () => {
        closed();
        afterClosing(() => resolve(given));
      },
    });
  });
}

interface Confirmation {
  title?: string;
  content: ReactNode;
  confirmText?: string;
}

function confirm({ confirmText, ...question }: Confirmation): Promise<boolean> {
  const no = { key: 'cancel', text: i18n.t('ui:cancel') } as const;
  const yes = { key: 'confirm', text: confirmText ?? i18n.t('ui:confirm'), bold: true } as const;
  return ask<'cancel' | 'confirm'>({ ...question, answers: [[no, yes]] }).then((key) => key === 'confirm');
}

export const Dialog = { ask, confirm };
