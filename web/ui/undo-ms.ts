/** How long somebody may think better of it. */
export const UNDO_MS = 10_000;
