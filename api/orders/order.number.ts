import { numberedAs } from '../platform/contract/numbers.ts';

export const orderNumber = numberedAs('单');
