import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, submitted } from '../testing/fixture.ts';
import { instructed, REGISTRATION, RESULT } from './instruction.testing.ts';

const WHOLE =
  'id version state brief objections returns isDesignated signedForAt objectUntil results { round finding answer signedByName signedAs signedHash } units { part signedAt unit { name } } timeline { deed note }';
const TYPES: Record<string, string> = {
  ...{ registration: 'InstructionRegistration!', units: 'ActingUnits!', result: 'ResultDraft!' },
};
type Told = [account: Account, mutation: string, given?: Record<string, unknown>];

/** An instruction on a report of its own, and deeds on it by their mutations, each at the version that stands. */
export async function instructionOf(fixture: Fixture) {
  const report = await submitted(fixture, 'officer');
  await ask(fixture, 'county', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id: report });
  const id = await instructed(fixture, { report });
  const asked = async (mutation: string, given: Record<string, unknown> = {}) => {
    const { rows } = await fixture.admin.query('select version from instruction where id = $1', [id]);
    const names = Object.keys(given);
    const declared = names.map((name) => `, $${name}: ${TYPES[name] ?? 'String!'}`).join('');
    const passed = names.map((name) => `, ${name}: $${name}`).join('');
    const document = `mutation ($id: ID!, $version: Int!${declared}) { ${mutation}(id: $id, version: $version${passed}) { ${WHOLE} } }`;
    return { document, variables: { id, version: rows[0].version as number, ...given } };
  };
  const deed = async (...[account, mutation, given]: Told) => {
    const { document, variables } = await asked(mutation, given);
    return (await ask(fixture, account, document, variables))[mutation];
  };
  return {
    ...{ id, report, asked, deed },
    refused: async (...[account, mutation, given]: Told) => {
      const { document, variables } = await asked(mutation, given);
      return refusal(fixture, account, document, variables);
    },
    /** … as far as the result that waits for its signature. */
    handled: async () => {
      await deed('county', 'registerInstruction', { registration: REGISTRATION });
      await deed('county', 'dispatchInstruction');
      await deed('bureau', 'signForInstruction');
      await deed('bureau', 'handleInstruction', { plan: '派人现场查看，三日内修好' });
      return deed('bureau', 'draftInstructionResult', { result: RESULT });
    },
  };
}
