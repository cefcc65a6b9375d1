import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import { Picture } from './pictures.tsx';
import './welcome.css';

const PICTURES = {
  officer: ['write', 'kept', 'answered'],
  leader: ['alert', 'instruct', 'digest'],
} as const;

/** The first run: three pictures over the first screen, which is there as soon as they are skipped. */
export function Welcome({ of, onClose }: { of: keyof typeof PICTURES; onClose: () => void }) {
  const { t } = useTranslation('welcome');
  const [place, setPlace] = useState(0);
  const names = PICTURES[of];
  const name = names[place] ?? names[0];
  const isLast = place === names.length - 1;
  const sheet = useRef<HTMLDivElement>(null);
  useBackCloses(true, onClose);
  useEffect(() => sheet.current?.focus(), []);
  const words = `${of}.${name}` as 'officer.write';
  return (
    <div
      className="welcome"
      role="dialog"
      aria-modal="true"
      aria-label={t('title')}
      tabIndex={-1}
      ref={sheet}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <button type="button" className="as-link welcome-skip" onClick={onClose}>
        {t('skip')}
      </button>
      <Picture name={name} />
      <div className="welcome-words" aria-live="polite">
        <h2>{t(`${words}.title`)}</h2>
        <p>{t(`${words}.text`)}</p>
        <p className="sr-only">{t('page', { number: place + 1, count: names.length })}</p>
      </div>
      <ol className="as-list welcome-dots" aria-hidden="true">
        {names.map((each) => (
          <li key={each} className={each === name ? 'is-here' : ''} />
        ))}
      </ol>
      <PlainButton kind="primary" className="welcome-next" onClick={() => (isLast ? onClose() : setPlace(place + 1))}>
        {t(isLast ? 'start' : 'next')}
      </PlainButton>
    </div>
  );
}
