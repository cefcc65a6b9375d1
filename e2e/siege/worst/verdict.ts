/** What nobody may reach: no admitted query takes longer, reads more rows or touches more pages of the database. */
export const GOAL = { milliseconds: 300, rows: 1_000_000, buffers: 500_000 };
export type Dear = typeof GOAL;

/** What is wrong with the dearest that were found; a search that was let through with nothing has shown nothing. */
export function wrongDear(found: readonly Dear[]): string[] {
  if (!found.length) return ['nothing was admitted'];
  return found.flatMap((one) =>
    (Object.keys(GOAL) as (keyof Dear)[])
      .filter((of) => !(one[of] <= GOAL[of]))
      .map((of) => `${Math.round(one[of])} ${of}, at most ${GOAL[of]} is right`),
  );
}
