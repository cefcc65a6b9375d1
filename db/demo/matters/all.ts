import { ENVIRONMENT } from './environment.ts';
import { FARM_BUSINESS, FARMING_NEWS } from './farm-business.ts';
import { FARMING } from './farming.ts';
import { INFORMATION } from './information.ts';
import { LAND } from './land.ts';
import { LAW, MARKET } from './law-and-market.ts';
import type { Matter } from './matter.ts';
import { CONDUCT, OFFICES } from './offices.ts';
import { ROADS, WATER } from './roads-and-water.ts';
import { SCHOOL_AND_HEALTH } from './school-and-health.ts';
import { TOWN } from './town.ts';
import { WORK_AND_WELFARE } from './work-and-welfare.ts';

export const MATTERS: readonly Matter[] = [
  ...FARMING,
  ...FARM_BUSINESS,
  ...LAND,
  ...TOWN,
  ...WORK_AND_WELFARE,
  ...SCHOOL_AND_HEALTH,
  ...ROADS,
  ...WATER,
  ...ENVIRONMENT,
  ...LAW,
  ...MARKET,
  ...FARMING_NEWS,
  ...INFORMATION,
  ...OFFICES,
];
export const ACCUSATIONS: readonly Matter[] = CONDUCT;
