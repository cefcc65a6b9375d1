import { dayOf } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { ask, refusal } from '../digests/digest.testing.ts';
import { RESULT } from '../instructions/instruction.testing.ts';
import { type Account, type Fixture, idOf, UNITS } from '../testing/fixture.ts';

export const WHOLE = `id no version state title round reworks reopenings grade dueOn transfers isDesignated noticeNo closingUnmet answer
  responsibleUnit { name } units { part signedAt unit { name } } results { round finding answer signedByName }
  signatures { signsAs signerName } revisits { id version kind state round } timeline { deed note } deadlines { rule dueAt metAt droppedAt }`;
const TYPES: Record<string, string> = {
  ...{ draft: 'CaseDraft!', decision: 'CaseDecision!', grade: 'CaseGrade!', assignment: 'CaseAssignment!' },
  ...{
    plan: 'CasePlan!',
    result: 'ResultDraft!',
    written: 'WrittenOpinionDraft',
    unit: 'ID!',
    outcome: 'ReviewOutcome!',
  },
};

export const draftOf = (changes: Record<string, unknown> = {}) => ({
  ...{ clientId: v7(), channel: 'WALK_IN', purpose: 'APPEAL', title: '机井三天抽不上水', topic: 'WATER' },
  ...{ brief: '村西头的机井连续三天抽不上水，四十多户到邻村挑水吃。', place: String(UNITS.willow) },
  ...{ receivedOn: dayOf(new Date()), isFirst: true, concerns: [], ...changes },
});
export const ACCEPTED = {
  outcome: 'ACCEPTED',
  route: null,
  to: '',
  reason: '',
  notice: 'PAPER',
  isLegalAidOffered: false,
};
export const assignmentOf = (changes: Record<string, unknown> = {}) => ({
  ...{ mainUnit: String(UNITS.water), coUnits: [String(UNITS.east)], outsiders: ['县红十字会'], coLeaders: [] },
  ...{ sponsor: idOf('post/leader'), sectionHead: '农水股股长', handler: '农水股干事', consolidation: 95 },
  ...{
    resolveBy: dayOf(new Date(Date.now() + 5 * 86_400_000)),
    noticeNo: `群发〔2026〕${Math.ceil(Math.random() * 1e9)}号`,
  },
  guarantees: {
    receiving: '甲岗',
    coordinating: '乙岗',
    supervising: '丙岗',
    carryingOut: '丁岗',
    reconciling: '戊岗',
  },
  ...changes,
});
export const PLAN = { lead: '农水股股长', members: ['水管站站长'], plan: '三日内换泵，派人值守' };
export const WRITTEN = { request: '修好机井，恢复供水', basis: '《抗旱条例》有关规定', remedy: '可在三十日内申请复查' };
export const CASE_RESULT = { result: RESULT, written: WRITTEN };
export const HEARD = {
  method: 'PHONE',
  told: '',
  opinion: '水来了，满意',
  isSolved: true,
  rating: 'SATISFIED',
  reason: '',
};

type Told = [account: Account, mutation: string, given?: Record<string, unknown>];

/** A case and deeds on it by their mutations, each at the version that stands. */
export async function caseOf(fixture: Fixture, account: Account = 'county', changes: Record<string, unknown> = {}) {
  const OPEN = 'mutation ($draft: CaseDraft!) { openCase(draft: $draft) { id } }';
  const id: string = (await ask(fixture, account, OPEN, { draft: draftOf(changes) })).openCase.id;
  const versionOf = async (table: string, of: string) =>
    (await fixture.admin.query(`select version from ${table} where id = $1`, [of])).rows[0].version as number;
  const asked = async (mutation: string, { id: of = id, ...given }: Record<string, unknown> = {}) => {
    const isRevisit = mutation.endsWith('Revisit');
    const names = Object.keys(given);
    const types: Record<string, string> = isRevisit
      ? { unit: 'ID!', attempt: 'RevisitAttempt!', outcome: 'RevisitOutcome!' }
      : TYPES;
    const isBare = mutation === 'logCase';
    const declared = names.map((name) => `, $${name}: ${types[name] ?? 'String!'}`).join('');
    const passed = names.map((name) => `, ${name}: $${name}`).join('');
    const head = isBare ? '($id: ID!' : '($id: ID!, $version: Int!';
    const body = isRevisit ? 'id version state kind attempts { note } isSolved rating' : WHOLE;
    const document = `mutation ${head}${declared}) { ${mutation}(id: $id${isBare ? '' : ', version: $version'}${passed}) { ${body} } }`;
    const version = isBare ? {} : { version: await versionOf(isRevisit ? 'revisit' : 'cases', of as string) };
    return { document, variables: { id: of, ...version, ...given } };
  };
  const deed = async (...[by, mutation, given]: Told) => {
    const { document, variables } = await asked(mutation, given);
    return (await ask(fixture, by, document, variables))[mutation];
  };
  const look = async (by: Account) =>
    (await ask(fixture, by, `query ($id: ID!) { case(id: $id) { ${WHOLE} } }`, { id })).case;
  const revisit = async (kind: string) =>
    (await look('county')).revisits.filter((each: { kind: string }) => each.kind === kind).at(-1).id as string;
  const assigned = async (given = assignmentOf()) => {
    await deed('county', 'decideCase', { decision: ACCEPTED });
    await deed('county', 'fileCase', { grade: 'GENERAL' });
    return deed('county', 'assignCase', { assignment: given });
  };
  const handling = async () => {
    await assigned();
    await deed('bureau', 'signForCase');
    return deed('bureau', 'planCase', { plan: PLAN });
  };
  const reported = async () => {
    await handling();
    await deed('bureau', 'draftCaseResult', CASE_RESULT);
    return deed('bureauHead', 'submitCaseResult');
  };
  const visited = async () => {
    await reported();
    return deed('county', 'completeRevisit', { id: await revisit('PRE_CLOSE'), outcome: HEARD });
  };
  const closed = async () => {
    await visited();
    await deed('bureau', 'signCase');
    await deed('bureauHead', 'signCase');
    return deed('county', 'closeCase');
  };
  return {
    ...{ id, asked, deed, look, revisit, assigned, handling, reported, visited, closed },
    refused: async (...[by, mutation, given]: Told) => {
      const { document, variables } = await asked(mutation, given);
      return refusal(fixture, by, document, variables);
    },
  };
}
