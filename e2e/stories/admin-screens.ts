import { dialog, inTurn, named, type Open, type Screen } from './access.ts';

const DEPARTMENTS = '/network?kind=DEPARTMENT';
const posts = (...then: Open[]) => inTurn(named(/^岗位/), dialog, ...then, dialog);
export const ADMIN: readonly Screen[] = [
  ['topics', '/admin'],
  ['a topic', '/admin', inTurn(named(/^修改/), dialog)],
  ['sources', '/admin?view=sources'],
  ['leaders’ portfolios', '/admin?view=portfolios'],
  ['a portfolio', '/admin?view=portfolios', inTurn(named(/^修改|^编辑/), dialog)],
  ['units in charge', '/admin?view=charges'],
  ['a unit in charge', '/admin?view=charges', inTurn(named(/^plus 新增|^新增/), dialog)],
  ['the county', '/admin?view=county'],
  ['time limits', '/admin?view=thresholds'],
  ['a time limit', '/admin?view=thresholds', inTurn(named(/^修改/), dialog)],
  ['holidays', '/admin?view=calendar'],
  ['a holiday', '/admin?view=calendar', inTurn(named(/增加一天/), dialog)],
  ['the network', '/admin?view=network'],
  ['imports', '/admin?view=import'],
  ['units without a principal', '/network?unled=1'],
  ['adding a post', DEPARTMENTS, posts(named(/增设岗位/))],
  ['naming a stand-in for a post', DEPARTMENTS, posts(named(/^设定代理/))],
];
