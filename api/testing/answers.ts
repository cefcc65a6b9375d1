import type { Account, Fixture } from './fixture.ts';

export type Answer = Record<string, any>;
/** What the one field of an operation answers, or what it was refused with. */
export const answerOf = ({ data, errors }: any): Answer => ({
  ...(data && Object.values(data)[0]),
  ...(errors && { message: errors[0].message, ...errors[0].extensions }),
});
export const asking =
  (fixture: Fixture) =>
  async (account: Account, document: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
    answerOf(await fixture.run(account, document, variables));
