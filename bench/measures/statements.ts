import { ask } from '@lxq/e2e/platform.ts';
import { type Measure, type Who, worstOf } from '../measure.ts';
import { wireTo } from '../wire.ts';

const TIMES = 10;
const LIST = `reports(first: 20) { edges { node { id no state line urgency submittedAt dueAt isOverdue workDaysLeft excerpt memberCount topic { name } place { name }
  unit { name } township { name } reporter { name unitName } newestInstruction { id text } } } pageInfo { hasNextPage endCursor } }`;
const SEARCH = `search: searchReports(text: "路灯", first: 20) { edges { node { id excerpt place { name } reporter { name } } } }`;
const OPERATIONS: [Who['role'], string][] = [
  ['COUNTY_CLERK', `{ ${LIST} reportStateCounts { state count } trayCounts { todo } }`],
  ['TOWNSHIP_CLERK', `{ ${LIST} reportStateCounts { state count } trayCounts { todo } }`],
  ['VILLAGE_HEAD', `{ ${LIST} reportStateCounts { state count } }`],
  ['OFFICER', `{ ${LIST} }`],
  ['TOWNSHIP_CLERK', `{ ${SEARCH} }`],
];

/** What query operations send to PostgreSQL. */
export const measure: Measure = {
  run: async (bench) => {
    const wire = await wireTo(bench.appUrl);
    const served = await bench.serve({ APP_DATABASE_URL: wire.url });
    const counted: ReturnType<typeof wire.counted>[] = [];
    try {
      for (const [role, query] of OPERATIONS) {
        const token = await bench.token({ role });
        const run = async (times: number) => {
          for (let i = 0; i < times; i++) {
            const { errors } = await ask(served.url, token, query);
            if (errors) throw new Error(JSON.stringify(errors));
          }
        };
        await run(4); // compiled from the third time
        const before = wire.counted();
        await run(TIMES);
        const { statements, waits } = wire.counted();
        counted.push({
          statements: (statements - before.statements) / TIMES,
          waits: (waits - before.waits) / TIMES,
        });
      }
    } finally {
      await served.stop();
      wire.close();
    }
    const statements = counted.map((each) => each.statements);
    const waits = worstOf(counted.map((each) => each.waits));
    return [
      {
        measure: 'SQL statements of a query operation, most',
        ...worstOf(statements),
        reach: '≤ 6 statements',
        note: `a full list with counts at the county, the township, the village and an officer, and a search: ${statements.join(', ')}, entering the scope among them`,
      },
      { measure: 'waits for PostgreSQL of a query operation, most', ...waits, reach: '≤ 1 waits' },
    ];
  },
};
