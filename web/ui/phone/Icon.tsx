const dot = 'a1.6 1.6 0 103.2 0 1.6 1.6 0 10-3.2 0z';
const pencil = 'M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19zM14 6.5l3.5 3.5';

/** Line drawings in a square of 24 units: a library's ten weigh as much as a screen. */
const PATHS = {
  check: 'M4 12.5l5.5 5.5L20 6.5',
  more: `M3.4 12${dot}M10.4 12${dot}M17.4 12${dot}`,
  left: 'M15 4l-8 8 8 8',
  right: 'M9 4l8 8-8 8',
  list: 'M4 6h.01M8.5 6H20M4 12h.01M8.5 12H20M4 18h.01M8.5 18H20',
  bell: 'M6 17V11a6 6 0 0112 0v6l1.5 1.5h-15zM10 21h4M12 3v2',
  sheet: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  pencil,
  instruct: pencil,
  send: 'M21 3L3 10.5l7 3.5 3.5 7zM10 14l4.5-4.5',
};
const FILLED: ReadonlySet<string> = new Set(['more', 'instruct']);

/** As large as the letters beside it, and told to nobody who listens. */
export function Icon({ of, size = '1em' }: { of: keyof typeof PATHS; size?: number | string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill={FILLED.has(of) ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ verticalAlign: '-0.125em' }}
      aria-hidden="true"
    >
      <path d={PATHS[of]} />
    </svg>
  );
}
