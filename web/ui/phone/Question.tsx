import { type ReactNode, useId, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { i18n } from '../../i18n/i18n.ts';
import { afterClosing, backCloses } from '../useBackCloses.ts';
import { useCover } from './cover.ts';
import './overlays.css';

interface Answer<Key extends string> {
  key: Key;
  text: string;
  bold?: boolean;
}
interface Asked<Key extends string> {
  title?: string;
  content: ReactNode;
  /** One below the other; an array stands side by side. */
  answers: readonly (Answer<Key> | Answer<Key>[])[];
}

/** A question that Back answers with null. Its entry of the history is gone when the answer comes, so that one may go on. */
export function ask<Key extends string>(asked: Asked<Key>): Promise<Key | null> {
  return new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    let isOver = false;
    const end = (given: Key | null) => {
      if (isOver) return;
      isOver = true;
      root.unmount();
      place.remove();
      closed();
      afterClosing(() => resolve(given));
    };
    const closed = backCloses(() => end(null));
    root.render(<Question {...asked} onAnswer={end} />);
  });
}

function Question<Key extends string>({
  title,
  content,
  answers,
  onAnswer,
}: Asked<Key> & { onAnswer: (key: Key | null) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  useCover(box, () => onAnswer(null));
  return (
    <div className="popup question">
      <div className="popup-mask" />
      <div
        ref={box}
        tabIndex={-1}
        role="dialog"
        aria-modal="true"
        aria-labelledby={`${id}${title ? 'title' : 'content'}`}
        className="question-box"
      >
        {title && <h2 id={`${id}title`}>{title}</h2>}
        <div id={`${id}content`} className="question-content">
          {content}
        </div>
        {answers.map((row) => {
          const side = Array.isArray(row) ? row : [row];
          return (
            <div key={side[0]?.key} className="question-answers">
              {side.map(({ key, text, bold }) => (
                <button
                  key={key}
                  type="button"
                  className={bold ? 'as-words is-bold' : 'as-words'}
                  onClick={() => onAnswer(key)}
                >
                  {text}
                </button>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface Confirmation {
  title?: string;
  content: ReactNode;
  confirmText?: string;
}

export function confirm({ confirmText, ...question }: Confirmation): Promise<boolean> {
  const no = { key: 'cancel', text: i18n.t('ui:cancel') } as const;
  const yes = { key: 'confirm', text: confirmText ?? i18n.t('ui:confirm'), bold: true } as const;
  return ask<'cancel' | 'confirm'>({ ...question, answers: [[no, yes]] }).then((key) => key === 'confirm');
}
