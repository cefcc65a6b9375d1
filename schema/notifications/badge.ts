/** A badge counts no further. */
export const UNREAD_SHOWN = 99;
