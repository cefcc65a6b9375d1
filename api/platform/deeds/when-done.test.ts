import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { reportNoun } from '../../reports/handling/report.noun.ts';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { carry } from './noun.ts';
import { whenDone } from './when-done.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('what follows a deed comes after it in its transaction, in turn, and undoes it where it fails', async () => {
  const seen: string[] = [];
  whenDone(reportNoun, 'triage', async (scope, { id, state }) => {
    const lines = await scope.rows(`select 1 as one from audit where subject_id = $1 and deed = 'triage'`, [id]);
    seen.push(`first ${state} ${lines.length}`);
  });
  whenDone(reportNoun, 'triage', async () => {
    seen.push('second');
    throw new Error('it cannot follow');
  });
  const id = await submitted(fixture, 'officer');
  const scope = fixture.scope('clerk');
  await expect(carry(scope, reportNoun, 'triage', { id, version: 1 })).rejects.toThrow('it cannot follow');
  await scope.end('rollback');
  expect(seen).toEqual(['first TRIAGED 1', 'second']);
  const { rows } = await fixture.admin.query('select state from report where id = $1', [id]);
  expect(rows).toEqual([{ state: 'SUBMITTED' }]);
});
