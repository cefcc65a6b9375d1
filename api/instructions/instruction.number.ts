import { numberedAs } from '../platform/contract/numbers.ts';

export const instructionNumber = numberedAs('');
