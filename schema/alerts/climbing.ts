/** Acknowledged by nobody for so long, an urgent report is told to the next of the ladder. */
export const ACKNOWLEDGE_MINUTES = 10;
