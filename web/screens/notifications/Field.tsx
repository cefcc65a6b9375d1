import { type InputHTMLAttributes, useId } from 'react';

interface Props extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
  /** Why it was refused. */
  problem?: string | undefined;
}

/** What somebody types, and beneath it how and what was wrong. */
export function Field({ label, hint, problem, ...input }: Props) {
  const id = useId();
  return (
    <div className="as-stack told-field">
      <label className="as-stack">
        {label}
        <input className="as-field" autoComplete="off" aria-invalid={!!problem} aria-describedby={id} {...input} />
      </label>
      <div id={id}>
        <Problem text={problem} />
        {hint && <small>{hint}</small>}
      </div>
    </div>
  );
}

export const Problem = ({ text }: { text?: string | undefined }) => (
  <p className="told-problem" role="alert">
    {text}
  </p>
);
