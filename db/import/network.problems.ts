import type { Problem } from './finding.ts';

/** What can be wrong with units, people and posts, mostly seen against what the database holds. */
export const networkProblems = {
  noCounty: (): Problem => ({
    code: 'NO_COUNTY',
    what: { zh: '系统中还没有县', en: 'the system holds no county yet' },
    remedy: { zh: '先导入行政区划(divisions)', en: 'import the divisions first' },
  }),
  whichCounty: (codes: string): Problem => ({
    code: 'WHICH_COUNTY',
    what: { zh: '未指明是哪个县', en: 'it is not said for which county' },
    remedy: { zh: `加 --county,可选:${codes}`, en: `add --county, one of: ${codes}` },
  }),
  unitCodeForm: (): Problem => ({
    code: 'UNIT_CODE_FORM',
    what: { zh: '单位代码不是本县的 12 或 15 位数字', en: 'the code is not 12 or 15 digits of this county' },
    remedy: {
      zh: '改正代码;新部门、新企业留空即可自动编号',
      en: 'correct it; leave it empty for a new department or enterprise',
    },
  }),
  seatRange: (from: number, to: number): Problem => ({
    code: 'SEAT_RANGE',
    what: { zh: `此类单位的编号应为 ${from}—${to}`, en: `units of this kind are numbered ${from}–${to}` },
    remedy: {
      zh: '改正第 7—9 位,其后全为 0;或留空自动编号',
      en: 'correct digits 7–9, zeros after them, or leave the code empty',
    },
  }),
  seatsFull: (from: number, to: number): Problem => ({
    code: 'SEATS_FULL',
    what: { zh: `${from}—${to} 的编号已用完`, en: `the numbers ${from}–${to} are all taken` },
    remedy: {
      zh: '撤销的编号不再使用;请与系统管理员商定',
      en: 'numbers are never used again; talk to the administrator',
    },
  }),
  otherKind: (kind: string): Problem => ({
    code: 'OTHER_KIND',
    what: { zh: `此代码的单位是另一类(${kind})`, en: `the unit of this code is of another kind (${kind})` },
    remedy: { zh: '改正代码或类别', en: 'correct the code or the kind' },
  }),
  unitUnknown: (): Problem => ({
    code: 'UNIT_UNKNOWN',
    what: { zh: '系统中没有此单位', en: 'there is no such unit' },
    remedy: {
      zh: '填写单位代码或“乡镇 村”全称;部门和企业请先导入(units)',
      en: 'write its code or its full name “township village”; import departments and enterprises first',
    },
  }),
  unitAmbiguous: (codes: string): Problem => ({
    code: 'UNIT_AMBIGUOUS',
    what: { zh: '有几个同名单位', en: 'several units have this name' },
    remedy: { zh: `改填代码:${codes}`, en: `write the code: ${codes}` },
  }),
  unitClosed: (): Problem => ({
    code: 'UNIT_CLOSED',
    what: { zh: '该单位已停用', en: 'the unit is closed' },
    remedy: { zh: '换成现有单位,或先恢复该单位', en: 'name another unit, or open this one again first' },
  }),
  parentNotAllowed: (): Problem => ({
    code: 'PARENT_NOT_ALLOWED',
    what: { zh: '乡镇站、村室的上级由区划决定', en: 'the parent of a station or room follows from the divisions' },
    remedy: { zh: '清空此格', en: 'leave the cell empty' },
  }),
  areaNotAllowed: (): Problem => ({
    code: 'AREA_NOT_ALLOWED',
    what: { zh: '只有村级单位划片', en: 'only village rooms belong to an area (片)' },
    remedy: { zh: '清空片区、片长、副片长', en: 'leave area, chief and deputy empty' },
  }),
  areaContradicts: (line: number): Problem => ({
    code: 'AREA_CONTRADICTS',
    what: { zh: `与第 ${line} 行同一片区的填写不一致`, en: `differs from line ${line} for the same area` },
    remedy: { zh: '同一片区的片长、副片长各填一人', en: 'an area has one chief and one deputy' },
  }),
  personUnknown: (): Problem => ({
    code: 'PERSON_UNKNOWN',
    what: { zh: '系统中没有此人员编号', en: 'there is no person of this reference' },
    remedy: { zh: '核对人员编号,或先导入人员(people)', en: 'check the reference, or import the people first' },
  }),
  refForm: (): Problem => ({
    code: 'REF_FORM',
    what: { zh: '人员编号只能用字母、数字、- 和 _', en: 'a reference has letters, digits, - and _ only' },
    remedy: { zh: '用本单位的工号;不要用身份证号或手机号', en: 'use a staff number, never an ID or telephone number' },
  }),
  refPersonal: (): Problem => ({
    code: 'REF_PERSONAL',
    what: { zh: '这像是身份证号或手机号', en: 'this looks like an ID or telephone number' },
    remedy: { zh: '改用工号(个人信息不作编号)', en: 'use a staff number; personal data is no reference' },
  }),
  personName: (character?: string): Problem => ({
    code: 'PERSON_NAME',
    what: {
      zh: character ? `姓名含有不允许的字符 ${character}` : '姓名至少两个字',
      en: character ? `a name does not hold the character ${character}` : 'a name has two characters or more',
    },
    remedy: { zh: '只填姓名,不带称谓、职务、电话', en: 'the name only, no title, office or telephone number' },
  }),
  accountForm: (): Problem => ({
    code: 'ACCOUNT_FORM',
    what: { zh: '帐号应为 3—64 位小写字母、数字、. _ -', en: 'an account has 3 to 64 small letters, digits, . _ -' },
    remedy: { zh: '改正帐号;暂不开通时留空', en: 'correct it, or leave it empty for none' },
  }),
  accountTaken: (): Problem => ({
    code: 'ACCOUNT_TAKEN',
    what: { zh: '帐号已被他人使用', en: 'the account belongs to somebody else' },
    remedy: { zh: '换一个帐号', en: 'choose another' },
  }),
  accountOther: (account: string): Problem => ({
    code: 'ACCOUNT_OTHER',
    what: { zh: `此人已有帐号 ${account}`, en: `this person has the account ${account}` },
    remedy: { zh: `改回 ${account},或留空`, en: `write ${account}, or leave it empty` },
  }),
  roleLevel: (kinds: string): Problem => ({
    code: 'ROLE_LEVEL',
    what: { zh: '此角色不能设在这类单位', en: 'this role does not exist at such a unit' },
    remedy: { zh: `单位应为:${kinds}`, en: `the unit must be: ${kinds}` },
  }),
  capacityRole: (allowed: string[]): Problem => ({
    code: 'CAPACITY_ROLE',
    what: { zh: '该角色不能是这一职务类别', en: 'this role cannot have that capacity' },
    remedy: allowed.length
      ? { zh: `改为:${allowed.join(' / ')},或留空`, en: 'use one that fits the role, or leave it empty' }
      : { zh: '清空此格', en: 'leave the cell empty' },
  }),
  principalTaken: (name: string, from: string, line?: number): Problem => ({
    code: 'PRINCIPAL_TAKEN',
    what: {
      zh: `同一时间该单位的主要负责人是${name}(自 ${from})${line ? `,见第 ${line} 行` : ''}`,
      en: `${name} is the unit's principal in that time (from ${from})${line ? `, as line ${line} says` : ''}`,
    },
    remedy: {
      zh: '先填前任的“止于”,或把其职务类别改为“无”;可在同一文件中',
      en: "give the other's last day, or write NONE as their capacity; the same file may say so",
    },
  }),
  leaderLevelNotAllowed: (): Problem => ({
    code: 'LEADER_LEVEL_NOT_ALLOWED',
    what: { zh: '只有领导岗位填领导级别', en: 'only a leader’s post has a leader’s level' },
    remedy: { zh: '清空此格', en: 'leave the cell empty' },
  }),
  areaForm: (): Problem => ({
    code: 'AREA_FORM',
    what: {
      zh: '片区代码应为 15 位(村代码加三位组号)',
      en: 'the area is 15 digits: the village’s code and a group number',
    },
    remedy: {
      zh: '留空表示全村;村民小组填 15 位代码',
      en: 'leave it empty for the whole unit, or write the 15 digits of a group',
    },
  }),
  areaOutside: (): Problem => ({
    code: 'AREA_OUTSIDE',
    what: { zh: '负责区域不在该单位之内', en: 'the area does not lie within the unit' },
    remedy: { zh: '改为该村的村民小组,或留空', en: 'name a group of that village, or leave it empty' },
  }),
  periodReversed: (): Problem => ({
    code: 'PERIOD_REVERSED',
    what: { zh: '止于早于起于', en: 'it ends before it begins' },
    remedy: { zh: '改正起止日期', en: 'correct the days' },
  }),
  overlaps: (): Problem => ({
    code: 'OVERLAPS',
    what: { zh: '此人在该单位已有同一角色的任职', en: 'the person holds this role at this unit already in that time' },
    remedy: { zh: '起始日期改为原有的,或先结束原任职', en: 'write the day it began, or end the earlier post first' },
  }),
  postsRemain: (count: number): Problem => ({
    code: 'POSTS_REMAIN',
    what: { zh: `关闭的单位仍有 ${count} 人在任`, en: `${count} posts in force remain at the closed units` },
    remedy: { zh: '用“任职”导入结束或调整这些任职', en: 'end or move them with a posts file' },
  }),
};
