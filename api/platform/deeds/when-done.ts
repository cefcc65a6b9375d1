import type { Scope } from '../scope/scope.ts';

type Follow = (scope: Scope, row: never) => Promise<unknown>;
const follows = new Map<string, Follow[]>();
const key = (subject: string, deed: string) => `${subject} ${deed}`;

/**
 * What a noun brings about when a deed of one before it in the line is done, which does not know it: in the deed's own transaction, after its row, its line in
 * the audit, its event and what the noun itself lets follow. What fails here undoes the deed. Registered once, where the upper noun's parts are.
 */
export function whenDone<Row, Deed extends string>(
  noun: { subject: string; machine: Record<Deed, unknown>; seen(row: Row, scope: Scope): unknown },
  deed: NoInfer<Deed>,
  follow: (scope: Scope, row: NoInfer<Row>) => Promise<unknown>,
): void {
  const at = key(noun.subject, deed);
  follows.set(at, [...(follows.get(at) ?? []), follow as Follow]);
}

export async function follow(scope: Scope, subject: string, deed: string, row: object): Promise<void> {
  for (const each of follows.get(key(subject, deed)) ?? []) await each(scope, row as never);
}
