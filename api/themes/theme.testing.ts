import { THEME_MACHINE, THEME_STATES } from '@lxq/schema/themes/theme-states.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { never, office, ownUnit, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, type Fixture, rightsOf, submitted, UNITS } from '../testing/fixture.ts';
import { one, type Standing, type Tried, type Walked } from '../testing/walk.ts';

/** Three reports of two villages, as many as make a theme. */
export async function similarReports(fixture: Fixture): Promise<string[]> {
  const ids: string[] = [];
  for (const account of ['officer', 'officer2', 'poplarOfficer'] as const) ids.push(await submitted(fixture, account));
  return ids;
}

/** Whether the viewer's unit opened it. */
const STANDINGS: Partial<Record<Account, readonly Standing[]>> = {
  ...{ county: ['DESK', 'OUTSIDER'], clerk: ['DESK', 'OUTSIDER'], director: ['DESK'], townLeader: ['DESK'] },
  ...{ head: ['OUTSIDER'], leader: ['OUTSIDER'], analyst: ['OUTSIDER'], officer: ['OUTSIDER'] },
  foreignClerk: ['OUTSIDER'],
};
async function reset({ admin }: Fixture, id: string, _deed: string, { account, standing }: Tried): Promise<void> {
  const unit = standing === 'DESK' ? rightsOf(account).unitCode : UNITS.west;
  await admin.query('update theme set unit_code = $2 where id = $1', [id, unit]);
  await admin.query('update theme_report set unit_code = $2 where theme_id = $1', [id, unit]);
}

/** In which the theme of the walk is seen. */
let reports: string[] = [];
export const walk: Walked = {
  ...{ table: 'theme', machine: THEME_MACHINE, states: THEME_STATES, reset },
  standings: (account) => STANDINGS[account] ?? [],
  make: async (fixture) => {
    reports = await similarReports(fixture);
    const draft = { clientId: v7(), title: '机井抽水困难集中反映', reports };
    const OPEN = 'mutation ($draft: ThemeDraft!) { openTheme(draft: $draft) { id } }';
    return (await ask(fixture, 'county', OPEN, { draft })).openTheme.id;
  },
  look: 'query ($id: ID!) { theme(id: $id) { id } }',
  facts: (fixture, id) =>
    one<object>(fixture, 'select state, unit_code::float8 as "unitCode" from theme where id = $1', [id]),
  more: {
    gather: { declare: '$reports: [ID!]!', pass: 'reports: $reports', value: () => reports },
    plan: {
      ...{ declare: '$plan: ThemePlan!', pass: 'plan: $plan' },
      value: () => ({ owner: '镇水利站', plan: '逐井排查，统一检修，公布轮灌次序。' }),
    },
  },
};

/** Whoever reads reports of the whole county reads every theme, a station its own; only a desk of its own changes one. */
const sees: Rule = (viewer, row) =>
  ['COUNTY', 'LEADER', 'ANALYST'].includes(viewer) || (viewer === 'TOWNSHIP' && ownUnit(viewer, row));
const byDesk: Rule = (viewer, row) =>
  (office(viewer, row) && row.place === 'COUNTY_OFFICE') || (viewer === 'TOWNSHIP' && ownUnit(viewer, row));
export const sight: Record<string, Rules> = {
  theme: { see: sees, add: byDesk, change: byDesk, remove: never },
  theme_report: { see: sees, add: byDesk, change: never, remove: byDesk },
};
