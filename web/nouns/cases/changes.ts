import { CASE_MACHINE } from '@lxq/schema/cases/case-machine.ts';
import { changesOf } from '@lxq/schema/transitions.ts';
import type { ChangeKind } from '../../contract.generated.ts';

/** After these, cases are no longer what a screen shows. */
export const CASE_CHANGES = ['CASE_OPENED', ...changesOf(CASE_MACHINE)] as readonly ChangeKind[];
