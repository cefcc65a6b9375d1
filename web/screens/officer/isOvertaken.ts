import type { Failure } from '../../ui/failure.ts';

/** It is another now than the screen shows. */
export const isOvertaken = ({ code }: Failure) => code === 'CONFLICT' || code === 'REFUSED';
