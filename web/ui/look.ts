import { keptLocally } from './kept-locally.ts';

export const COLOURS = ['SYSTEM', 'LIGHT', 'DARK'] as const;
export type Colours = (typeof COLOURS)[number];

/** How this device draws a phone's screens; it belongs to who holds the device, and stays when they sign out. */
export const colours = keptLocally<Colours>('lxq.colours', 'SYSTEM');
/** 大字版. */
export const largeLetters = keptLocally<boolean>('lxq.large-letters', false);

const night = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)');
const isDark = () => (colours.get() === 'SYSTEM' ? (night?.matches ?? false) : colours.get() === 'DARK');

/** Where no frame says yet whose page it is: as wide as a phone, it is one. */
export const isHandheld = () => matchMedia('(max-width: 600px)').matches;

/** Whether phone and desk screens share the page: both marks are of the whole of it, for what pops up hangs outside any frame. */
let isPhone = false;

function draw() {
  const { documentElement: root } = document;
  root.toggleAttribute('data-dark', isPhone && isDark());
  root.toggleAttribute('data-large-letters', isPhone && largeLetters.get());
}

/** From here on the page looks as a phone's, or as a desk's, which is always light. */
export function lookAs(frame: 'phone' | 'desk') {
  isPhone = frame === 'phone';
  draw();
}

/** What was chosen in another tab holds at once, as a language does. */
function hearOtherTabs({ key, newValue }: StorageEvent) {
  if (newValue === null) return;
  if (key === colours.key) colours.set(JSON.parse(newValue));
  if (key === largeLetters.key) largeLetters.set(JSON.parse(newValue));
}

if (typeof document !== 'undefined') {
  night?.addEventListener('change', draw);
  colours.listen(draw);
  largeLetters.listen(draw);
  addEventListener('storage', hearOtherTabs);
}
