import type { Role } from '@lxq/schema/roles.ts';

export interface AccountPlan {
  account: string;
  role: Role;
  roleZh: string;
  roleEn: string;
}

/** One sign-in a role; the rest of the demo county's people have none. */
export const COUNTY_ACCOUNTS: readonly AccountPlan[] = [
  { account: 'county.clerk', role: 'COUNTY_CLERK', roleZh: '县群工办经办', roleEn: 'County clerk' },
  { account: 'county.director', role: 'COUNTY_DIRECTOR', roleZh: '县群工办主任', roleEn: 'County office director' },
  { account: 'county.leader', role: 'LEADER', roleZh: '县领导', roleEn: 'County leader' },
  { account: 'city.leader', role: 'LEADER', roleZh: '市领导', roleEn: 'City leader' },
  { account: 'county.analyst', role: 'ANALYST', roleZh: '分析员', roleEn: 'Analyst' },
  { account: 'county.discipline', role: 'DISCIPLINE_CLERK', roleZh: '纪检经办', roleEn: 'Discipline clerk' },
  {
    account: 'county.discipline2',
    role: 'DISCIPLINE_CLERK',
    roleZh: '纪检经办（二）',
    roleEn: 'Second discipline clerk',
  },
  {
    account: 'county.discipline3',
    role: 'DISCIPLINE_CLERK',
    roleZh: '纪检经办（三）',
    roleEn: 'Third discipline clerk',
  },
  { account: 'admin', role: 'ADMIN', roleZh: '系统管理员', roleEn: 'Administrator' },
  { account: 'township.clerk', role: 'TOWNSHIP_CLERK', roleZh: '乡镇群众工作站经办', roleEn: 'Township clerk' },
  { account: 'township.leader', role: 'TOWNSHIP_LEADER', roleZh: '乡镇分管领导', roleEn: 'Township leader in charge' },
  { account: 'village.head', role: 'VILLAGE_HEAD', roleZh: '村群众工作室负责人', roleEn: 'Head of the village room' },
  { account: 'officer', role: 'OFFICER', roleZh: '信息员', roleEn: 'Information officer' },
  {
    account: 'other.officer',
    role: 'OFFICER',
    roleZh: '信息员（另一乡镇）',
    roleEn: 'Information officer of another township',
  },
  {
    account: 'other.township.clerk',
    role: 'TOWNSHIP_CLERK',
    roleZh: '乡镇群众工作站经办（另一乡镇）',
    roleEn: 'Clerk of another township',
  },
  {
    account: 'township.principal',
    role: 'TOWNSHIP_LEADER',
    roleZh: '乡镇主要负责人',
    roleEn: 'Principal of the township',
  },
  { account: 'bureau.clerk', role: 'TOWNSHIP_CLERK', roleZh: '单位经办（县直部门）', roleEn: 'Clerk of a department' },
  {
    account: 'bureau.leader',
    role: 'TOWNSHIP_LEADER',
    roleZh: '分管领导（县直部门）',
    roleEn: 'Leader in charge at the department',
  },
  {
    account: 'bureau.principal',
    role: 'TOWNSHIP_LEADER',
    roleZh: '主要负责人（县直部门）',
    roleEn: 'Principal of the department',
  },
];

export const OTHER_COUNTY_ACCOUNTS: readonly AccountPlan[] = [
  {
    account: 'other.county.clerk',
    role: 'COUNTY_CLERK',
    roleZh: '县群工办经办（另一县）',
    roleEn: 'Clerk of another county',
  },
];

export const DEMO_ACCOUNTS: readonly string[] = [...COUNTY_ACCOUNTS, ...OTHER_COUNTY_ACCOUNTS].map(
  ({ account }) => account,
);
