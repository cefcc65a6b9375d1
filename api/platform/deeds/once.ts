import type { EntityClass } from '@mikro-orm/postgresql';
import { checkClientId } from '../contract/client-ids.ts';
import { conflict } from '../contract/errors.ts';
import type { Words } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';

/** What a device sends under an id that it made itself, so that the second tap sends the same thing and not another. */
export interface Sent<Row> {
  entity: EntityClass<Row>;
  /** Whose ids they are: the column of whoever sends, and the id. */
  by: Partial<Row> & { clientId: string };
  /** Whether what stands under the id is what is sent now. */
  isSame(earlier: Row): boolean;
  /** What somebody is told who sends another thing under the same id. */
  otherwise: Words;
}
/** Takes the same thing any number of times and makes it once; another under its id is a CONFLICT that names the first. */
export async function onceSent<Row extends { id: string }>(
  scope: Scope,
  { entity, by, isSame, otherwise }: Sent<Row>,
  make: () => Promise<Row>,
): Promise<Row> {
  checkClientId(by.clientId);
  // Two sendings at once wait for each other here, so that the second finds the first.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${entity.name} ${Object.values(by).join('/')}`,
  ]);
  const earlier = await scope.work.find(entity, { countyCode: scope.county, ...by } as Partial<Row>);
  if (!earlier) return make();
  if (isSame(earlier)) return earlier;
  throw conflict(...otherwise, { id: earlier.id });
}
/** Whether each of these columns says the same. */
export const saysTheSame = <Row extends object>(earlier: Row, told: Partial<Row>): boolean =>
  (Object.keys(told) as (keyof Row)[]).every((key) => earlier[key] === told[key]);
