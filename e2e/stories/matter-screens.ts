import { dialog, first, inTurn, named, type Screen } from './access.ts';

/** What units act on, and what is counted of it. */
export const MATTERS: readonly Screen[] = [
  ['instructions', '/matters'],
  ['an instruction', '/matters', inTurn(first('.matter-who a'), first('.matter-panel .report-head'))],
  ['supervision in figures', '/matters/supervision'],
  ['a decision is written down', '/matters/supervision', inTurn(named(/^登记问责结果/), dialog)],
  ['cases', '/matters/cases'],
  ['registering a case', '/matters/cases', inTurn(named(/^登记案件/), dialog)],
];
