import { numberedAs } from '../platform/contract/numbers.ts';

export const censureNumber = numberedAs('通');
