import { numberedAs } from '../platform/contract/numbers.ts';

export const caseNumber = numberedAs('案');
