import type { ThingDimension } from '@lxq/schema/measures/table-words.ts';
import type { Scope } from '../platform/scope/scope.ts';

/** A thing as the viewer's row security shows it, with what stands beside it in other tables. */
export interface Thing {
  id: string;
  at: Date | null;
  of: Partial<Record<ThingDimension, string>>;
  row: any;
}
type Rows = any[];
const all = (scope: Scope, table: string): Promise<Rows> =>
  scope.rows(`select * from ${table} where county_code = $1`, [scope.county]);
const word = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const place = (code: number | null) => ({
  TOWNSHIP: code === null ? '' : String(code - (code % 1_000_000)),
  VILLAGE: code === null ? '' : String(code - (code % 1_000)),
});

/** What hangs on a topic: the one above it and its portfolio. */
async function topics(scope: Scope) {
  const [terms, charges] = [await all(scope, 'term'), await all(scope, 'portfolio_topic')];
  const term = (code: string) => terms.find((each) => each.kind === 'TOPIC' && each.code === code);
  return {
    isProblem: (code: string): boolean => term(code)?.isProblem ?? false,
    of: (code: string) => ({
      ...{ TOPIC: code, TOPIC_FAMILY: term(code)?.parentCode ?? code },
      PORTFOLIO: word(charges.find((each) => each.topicCode === code)?.portfolioId),
    }),
  };
}

async function reports(scope: Scope): Promise<Thing[]> {
  const { isProblem, of } = await topics(scope);
  const audit = await scope.rows<{ subjectId: string; deed: string }>(
    `select subject_id, deed from audit where county_code = $1 and subject = 'REPORT'`,
    [scope.county],
  );
  const history = Map.groupBy(audit, ({ subjectId }) => subjectId);
  const isOffice = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER'].includes(scope.rights.role);
  const cases = isOffice ? await all(scope, 'cases') : [];
  const orders = isOffice ? await all(scope, 'guidance_order') : [];
  return (await all(scope, 'report')).map((row) => ({
    ...{ id: row.id, at: row.submittedAt },
    of: {
      ...{ ...place(row.unitCode), UNIT: String(row.unitCode), ...of(row.topicCode) },
      ...{ SOURCE: word(row.sourceCode), LINE: row.line, URGENCY: row.urgency, STATE: row.state },
    },
    row: {
      ...{ ...row, isProblem: isProblem(row.topicCode), deeds: history.get(row.id)?.map(({ deed }) => deed) ?? [] },
      isOrdered: orders.some(
        ({ caseId, state }) =>
          !['DRAFT', 'WITHDRAWN'].includes(state) &&
          cases.some(({ id, reportId }) => id === caseId && reportId === row.id),
      ),
    },
  }));
}

async function cases(scope: Scope): Promise<Thing[]> {
  const { of } = await topics(scope);
  return (await all(scope, 'cases')).map((row) => ({
    ...{ id: row.id, at: row.openedAt, row },
    of: {
      ...{ ...place(row.placeCode), UNIT: word(row.responsibleUnitCode), ...of(row.topicCode) },
      ...{ GRADE: word(row.grade), STATE: row.state },
    },
  }));
}

async function asked(scope: Scope): Promise<Thing[]> {
  const matters = new Map((await cases(scope)).map((each) => [each.id, each]));
  return (await all(scope, 'revisit')).flatMap((row) => {
    const matter = matters.get(row.subjectId);
    return matter ? [{ id: row.id, at: row.doneAt, row, of: { ...matter.of, STATE: row.state } }] : [];
  });
}

const ownUnits = (rows: Rows, at: (row: Rows[number]) => Date): Thing[] =>
  rows.map((row) => ({
    ...{ id: row.id, at: at(row), row },
    of: { ...place(row.unitCode), UNIT: String(row.unitCode), STATE: row.state },
  }));
const owed = (subject: string) => async (scope: Scope) =>
  ownUnits(
    (await all(scope, 'deadline')).filter((row) => row.subject === subject),
    ({ dueAt }) => dueAt,
  );

async function items(scope: Scope): Promise<Thing[]> {
  const issues = new Map((await all(scope, 'digest')).map((each) => [each.id, each]));
  return (await all(scope, 'digest_item')).flatMap((row) => {
    const issue = issues.get(row.digestId);
    return issue
      ? [{ id: row.id, at: issue.issuedAt, row, of: { PORTFOLIO: word(row.portfolioId), STATE: issue.state } }]
      : [];
  });
}

/** Every subject's things, by the simplest statements there are. */
export const THINGS: Record<string, (scope: Scope) => Promise<Thing[]>> = {
  ...{ REPORT: reports, CASE: cases, CASE_REVISIT: asked, DIGEST_ITEM: items },
  ...{ CASE_DEADLINE: owed('CASE'), REVISIT_DEADLINE: owed('REVISIT') },
  REVISIT: async (scope) => ownUnits(await all(scope, 'revisit'), ({ scheduledAt }) => scheduledAt),
  INSTRUCTION: async (scope) =>
    (await all(scope, 'instruction')).map((row) => ({
      ...{ id: row.id, at: row.instructedAt, row },
      of: { ...place(row.responsibleUnitCode), UNIT: String(row.responsibleUnitCode), STATE: row.state },
    })),
};
