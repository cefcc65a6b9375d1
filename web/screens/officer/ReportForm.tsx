import type { ReportProblem } from '@lxq/schema/reports/report-draft.ts';
import { type MouseEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { type Draft, problemsOf, STEPS, type Step, stepOf } from '../../device/draft.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { shanghaiClock } from '../../ui/time.ts';
import { useHeightProperty } from '../../ui/useHeightProperty.ts';
import { Attachments } from './attachments/Attachments.tsx';
import { CheckStep } from './CheckStep.tsx';
import { useDraft } from './useDraft.ts';
import { useDraftHolder } from './useDraftHolder.ts';
import { useKeyboardInset } from './useKeyboardInset.ts';
import { useSubmit } from './useSubmit.tsx';
import { WhatStep } from './WhatStep.tsx';
import { WhereStep } from './WhereStep.tsx';
import { WrittenElsewhere } from './WrittenElsewhere.tsx';
import './report-form.css';

interface Props {
  initial: Draft;
  onAnother: (() => void) | null;
  /** Reads the draft anew, as another page has left it. */
  onReopen: () => void;
}

/** Three short screens: what, where, check. The step stands in the address, so that Back goes one step back. */
export function ReportForm({ initial, onAnother, onReopen }: Props) {
  const { t } = useTranslation('officer');
  useTabTitle(t('title'));
  useKeyboardInset();
  const edited = useDraft(initial);
  const holder = useDraftHolder(edited.draft.clientId, edited.save);
  const [search, setSearch] = useSearchParams();
  const step = STEPS.find((name) => name === search.get('step')) ?? 'what';
  const form = useRef<HTMLFormElement>(null);
  const deeds = useRef<HTMLElement>(null);
  useHeightProperty(deeds, '--deeds');
  const [shown, setShown] = useState<readonly ReportProblem['field'][]>([]);
  const { submit, isSubmitting } = useSubmit(edited);
  const { draft, change } = edited;
  const number = STEPS.indexOf(step);

  const go = (to: Step, replace = false) => {
    void edited.save();
    setSearch(to === 'what' ? {} : { step: to }, { replace });
    window.scrollTo(0, 0);
  };
  /** Forward only past screens without problems; the first screen with one is shown with its words. */
  const forward = () => {
    const problems = problemsOf(draft.fields).filter((problem) => STEPS.indexOf(stepOf(problem)) <= number);
    setShown(problems.map(({ field }) => field));
    const first = problems[0];
    if (first) return show(first);
    const next = STEPS[number + 1];
    if (next) go(next);
    else void submit();
  };

  const show = (problem: ReportProblem) => {
    if (stepOf(problem) !== step) go(stepOf(problem), true);
    else
      requestAnimationFrame(() => form.current?.querySelector('[data-problem]')?.scrollIntoView({ block: 'center' }));
  };

  const props = { draft, change, problems: problemsOf(draft.fields).filter(({ field }) => shown.includes(field)) };
  if (holder.isElsewhere)
    return <WrittenElsewhere onTake={() => void holder.take().then(onReopen)} onAnother={onAnother} />;
  return (
    <form
      ref={form}
      className="as-stack report-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        forward();
      }}
    >
      <header className="as-ends report-form-head">
        <h1>
          <span className="sr-only">{t('stepOf', { step: number + 1 })}</span> {t(`steps.${step}`)}
        </h1>
        <ol className="as-list report-form-steps" aria-hidden="true">
          {STEPS.map((name, place) => (
            <li key={name} className={place <= number ? 'is-reached' : ''} />
          ))}
        </ol>
      </header>
      {draft.mends && (
        <p className="as-row report-form-note">{t('mending', { no: draft.mends.no, reason: draft.mends.reason })}</p>
      )}
      {draft.follows && <p className="as-row report-form-note">{t('follows')}</p>}
      {onAnother && step === 'what' && (
        <p className="as-row report-form-note">
          {t('restored')}
          <button type="button" className="as-link" onClick={onAnother}>
            {t('startAnother')}
          </button>
        </p>
      )}
      {step === 'what' && (
        <WhatStep {...props}>
          <Attachments edited={edited} />
        </WhatStep>
      )}
      {step === 'where' && <WhereStep {...props} />}
      {step === 'check' && <CheckStep {...props} onEdit={go} />}
      <Saved at={edited.savedAt} />
      <footer className="report-form-deeds" ref={deeds}>
        {number > 0 && <PlainButton onClick={() => go(STEPS[number - 1] ?? 'what')}>{t('previous')}</PlainButton>}
        <PlainButton type="submit" kind="primary" disabled={isSubmitting} onClick={onceOnly}>
          {step !== 'check' ? t('next') : isSubmitting ? t('submitting') : t('submit')}
        </PlainButton>
      </footer>
    </form>
  );
}

/** The second of two quick taps was meant for the button that stood here a moment before: it must not skip a screen. */
function onceOnly(event: MouseEvent) {
  if (event.detail > 1) event.preventDefault();
}

function Saved({ at }: { at: number | null | false }) {
  const { t } = useTranslation('officer');
  if (at === null) return null;
  return (
    <p className="report-form-saved" role="status">
      {at === false ? t('notSaved') : t('saved', { time: shanghaiClock(at) })}
    </p>
  );
}
