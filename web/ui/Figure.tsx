const STROKES = {
  empty: 'M4 8h16v11H4zM4 8l3-4h10l3 4M9 12h6',
  alert: 'M12 5v9M12 18v1',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18v.5',
  offline: 'M4 9a12 12 0 0 1 16 0M7.5 13a7 7 0 0 1 9 0M12 18v.5M5 4l14 16',
  forbidden: 'M12 3a9 9 0 1 0 .01 0M6 6l12 12',
  check: 'M5 13l5 5L19 7',
  up: 'M12 20V5M6 11l6-6 6 6',
  wait: 'M12 3a9 9 0 1 0 .01 0M12 7v5l4 2',
} as const;
export type FigureName = keyof typeof STROKES;

/** A drawn sign; emoji and rare symbols are missing on some phones. */
export function Figure({ name }: { name: FigureName }) {
  return (
    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
      <path
        d={STROKES[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
