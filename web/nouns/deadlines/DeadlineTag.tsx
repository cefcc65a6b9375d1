import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/Facts.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { shanghaiDay, shanghaiTime } from '../../ui/time.ts';
import { useBackCloses } from '../../ui/useBackCloses.ts';
import type { DeadlineReminderFragment, DeadlineWholeFragment } from './deadlines.generated.ts';
import { useReminded } from './LastReminder.tsx';
import { ProofFacts } from './ProofFacts.tsx';
import { useTimeLeft } from './useTimeLeft.ts';
import './deadlines.css';

interface Props {
  deadline: DeadlineWholeFragment;
}

/** How much time is left, in work days; pressed, how that was counted: beside it on a desk, at the foot of a phone. */
export function DeadlineTag({ deadline }: Props) {
  const { t } = useTranslation('deadlines');
  const { tone, rule, left } = useTimeLeft(deadline);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`deadline-tag deadline-${tone}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={t('how', { rule, left })}
        onClick={() => setIsOpen(true)}
      >
        {t('of', { rule, left })}
      </button>
      {isOpen && <Told deadline={deadline} title={rule} at={button.current} onClose={() => setIsOpen(false)} />}
    </>
  );
}

interface Told extends Props {
  title: string;
  at: HTMLElement | null;
  onClose: () => void;
}

/** The browser's own dialog: Esc, Back, a press beside it and its button close it, and the focus goes back to the tag. */
function Told({ deadline, title, at, onClose }: Told) {
  const { t } = useTranslation('deadlines');
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useBackCloses(true, onClose);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus(); // not its last button, which may lie below the fold
    return () => at?.focus();
  }, [at]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does what a press beside it does
    <dialog
      ref={dialog}
      className="deadline-told"
      style={besideOf(at)}
      aria-label={title}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="deadline-sheet">
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <ProofFacts proof={deadline.proof} isProvisional={deadline.isProvisional} />
        <Happened deadline={deadline} />
        <PlainButton onClick={onClose}>{t('close')}</PlainButton>
      </div>
    </dialog>
  );
}

/** What has changed it since it began, and whom it has reminded. */
function Happened({ deadline }: { deadline: DeadlineWholeFragment }) {
  const { t } = useTranslation('deadlines');
  const { movedFrom, isPaused, pauseReason, extension, reminders } = deadline;
  const asked = extension && { name: extension.askedByName, count: extension.days };
  const came = { true: 'extensionApproved', false: 'extensionRefused', null: 'extensionAsked' } as const;
  return (
    <>
      {movedFrom && <p>{t('moved', { day: shanghaiDay(Date.parse(movedFrom) - 1) })}</p>}
      <Facts
        facts={[
          [t('pauseReason'), isPaused && (pauseReason ?? '')],
          [t('extension'), asked && t(came[`${extension.isApproved}`], asked)],
          [t('reason'), extension?.reason ?? null],
          [t('refusal'), extension?.refusal ?? null],
          [t('reminders'), reminders.length > 0 && <Reminders key="reminders" of={reminders} />],
        ]}
      />
    </>
  );
}

/** Whom it has reminded, the first first. */
function Reminders({ of }: { of: readonly DeadlineReminderFragment[] }) {
  const { t } = useTranslation('deadlines');
  const who = useReminded();
  return (
    <ul className="as-points">
      {of.map((reminder) => (
        <li key={reminder.rung}>
          {who(reminder)} · {reminder.readAt ? t('read', { time: shanghaiTime(reminder.readAt) }) : t('unread')}
        </li>
      ))}
    </ul>
  );
}

/** Where it stands on a desk; the style sheet takes it to the foot of a narrow screen. */
function besideOf(at: HTMLElement | null): CSSProperties {
  const { left = 0, bottom = 0 } = at?.getBoundingClientRect() ?? {};
  return { '--beside': `${left}px`, '--below': `${bottom + 4}px` } as CSSProperties;
}
