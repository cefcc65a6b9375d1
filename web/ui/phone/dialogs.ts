import { ask, confirm } from './Question.tsx';

/** Wanted only after a tap: first screens import this when it comes. */
export { Popup } from './Popup.tsx';
export { Toast } from './toast.ts';
export const Dialog = { ask, confirm };
