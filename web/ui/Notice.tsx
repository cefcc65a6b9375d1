import type { ReactNode } from 'react';
import { Figure, type FigureName } from './Figure.tsx';
import './notice.css';

/** A whole-area message in plain HTML, so that phone and desk screens share it. */
export function Notice(props: {
  figure: FigureName;
  title: string;
  hint?: string | undefined;
  children?: ReactNode;
  role?: 'alert' | 'status';
  tone?: 'good' | 'bad' | 'wait';
}) {
  return (
    <div className="notice" role={props.role ?? 'status'}>
      <div className={`notice-figure notice-${props.tone ?? 'still'}`} aria-hidden="true">
        <Figure name={props.figure} />
      </div>
      <p className="notice-title">{props.title}</p>
      {props.hint && <p className="notice-hint">{props.hint}</p>}
      {props.children && <div className="notice-deeds">{props.children}</div>}
    </div>
  );
}
