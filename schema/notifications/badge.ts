/** A badge counts no further. */
export const UNREAD_SHOWN = 99;

/** What a badge shows of `count` once so many are known, before the server has counted again. Where there are more than it shows, as many may be left: what seemed to fall and rose again would ring. */
export const lessened = (count: number, by: number): number => (count > UNREAD_SHOWN ? count : Math.max(0, count - by));
