import type { UnitKind } from '@lxq/schema/network/unit-kinds.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import { foldKey } from './key.ts';

/** The words that a file may use for each of a closed set; the first is the one that screens and templates show. */
export type WordList<T extends string> = Record<T, string[]>;

/** COUNTY_CLERK, “county clerk” and 县群工办经办 are the same. */
export function readWord<T extends string>(words: WordList<T>, text: string): T | undefined {
  const key = bare(text);
  return (Object.keys(words) as T[]).find((word) => [word, ...words[word]].some((each) => bare(each) === key));
}

const bare = (text: string) => foldKey(text).replace(/[_-]/g, '');

/** For a remedy: every word that is allowed. */
export const allowed = <T extends string>(words: WordList<T>) =>
  (Object.keys(words) as T[]).map((word) => `${words[word][0]} ${word}`).join(' / ');

export const ROLE_WORDS: WordList<Role> = {
  OFFICER: ['信息员', 'Information officer'],
  VILLAGE_HEAD: ['村群众工作室负责人', '村站长', '站长', 'Head of the village room'],
  TOWNSHIP_CLERK: ['乡镇群众工作站经办', '乡镇经办', '单位经办', 'Unit clerk'],
  TOWNSHIP_LEADER: ['乡镇领导', '单位领导', 'Unit leader'],
  COUNTY_CLERK: ['县群工办经办', '县经办'],
  COUNTY_DIRECTOR: ['县群工办主任', 'County office director'],
  LEADER: ['县领导', '领导', 'County leader'],
  ANALYST: ['分析员'],
  DISCIPLINE_CLERK: ['纪检经办'],
  ADMIN: ['系统管理员', '管理员', 'Administrator'],
};

/** NONE takes it away: an empty cell leaves what the system holds. */
export const CAPACITY_WORDS: WordList<Capacity | 'NONE'> = {
  PRINCIPAL: ['主要负责人', '负责人', '第一责任人', '一把手'],
  IN_CHARGE: ['分管领导', 'Leader in charge'],
  OFFICE_HEAD: ['群工办主任', 'Head of the mass-work office'],
  GROUP_HEAD: ['领导小组组长', 'Head of the leading group'],
  MAIN_LEADER: ['党政主要领导', 'Main leader'],
  NONE: ['无'],
};

export const UNIT_KIND_WORDS: WordList<UnitKind> = {
  DEPARTMENT: ['县直部门', '部门', '县直单位'],
  KEY_ENTERPRISE: ['重点企业', '企业'],
  TOWNSHIP_STATION: ['乡镇群众工作站', '乡镇站'],
  VILLAGE_ROOM: ['村群众工作室', '村室'],
  COUNTY_OFFICE: ['县群工办', '群工办'],
};

export const LEADER_LEVEL_WORDS: WordList<'CITY' | 'COUNTY'> = {
  CITY: ['市', '市级', '市领导'],
  COUNTY: ['县', '县级', '县领导'],
};

export const DAY_WORDS: WordList<'WORKED' | 'OFF'> = {
  WORKED: ['上班', '是', '1', 'true', 'workday'],
  OFF: ['放假', '休息', '否', '0', 'false', 'day off'],
};

export const YES_NO: WordList<'YES' | 'NO'> = {
  YES: ['是', '1', 'y', 'Y', 'true', 'TRUE'],
  NO: ['否', '0', 'n', 'N', 'false', 'FALSE'],
};
