import { FIELD } from './strokes.ts';
import './drawing.css';

/** A signature as it was drawn. */
export const Drawing = ({ strokes, label }: { strokes: string; label: string }) => (
  <svg className="drawing" viewBox={`0 0 ${FIELD.width} ${FIELD.height}`} role="img" aria-label={label}>
    <path d={strokes} />
  </svg>
);
