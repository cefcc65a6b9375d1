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
  /** Whether it is all that the page has to say, and so its heading. */
  isPage?: boolean;
}) {
  const Title = props.isPage ? 'h1' : 'p';
  return (
    <div className="as-stack notice" role={props.role ?? 'status'}>
      <div className={`notice-figure notice-${props.tone ?? 'still'}`} aria-hidden="true">
        <Figure name={props.figure} />
      </div>
      <Title className="notice-title">{props.title}</Title>
      {props.hint && <p className="notice-hint">{props.hint}</p>}
      {props.children && <div className="as-wrap notice-deeds">{props.children}</div>}
    </div>
  );
}
