import { keptLocally } from '../ui/kept-locally.ts';

/** Whether this device keeps any answer: most desks never do, and need not open a store to forget. */
export const answersKept = keptLocally<boolean>('lxq.answers', false);

/** Forgets the server's answers kept for anybody but `personId`; null: for everybody. What people wrote here stays. */
export async function forgetAnswersBut(personId: string | null): Promise<void> {
  if (!answersKept.get()) return;
  const { localDb } = await import('./local-db.ts');
  await localDb.answers.filter((answer) => answer.personId !== personId).delete();
  if ((await localDb.answers.count()) === 0) answersKept.set(false);
}
